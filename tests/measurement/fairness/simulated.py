"""Answers and ratings drawn from Rasch's model, some items or raters treating one group otherwise."""

import numpy as np

from hengcai.measurement.fairness.answers import AnswerColumns
from hengcai.measurement.fairness.rasch import RatingColumns


def answers(seed, *, persons=600, items=12, steps=1, shift=None, gap=0.0, groups=2):
    """Long columns; `shift` makes an item harder for every group but the first, `gap` the later groups less able."""
    random = np.random.default_rng(seed)
    group = np.arange(persons) % groups
    difficulty, harder = np.linspace(-1.2, 1.2, items), np.zeros(items)
    for item, size in (shift or {}).items():
        harder[item] = size
    eta = random.normal(0, 1, persons)[:, None] - gap * group[:, None] - difficulty - harder * (group[:, None] > 0)
    levels = np.linspace(-0.8, 0.8, steps) if steps > 1 else np.zeros(1)
    height = np.arange(steps + 1) * eta[..., None] - np.concatenate([[0.0], np.cumsum(levels)])
    share = np.exp(height - height.max(axis=2, keepdims=True))
    share /= share.sum(axis=2, keepdims=True)
    score = (random.random(eta.shape)[..., None] > share.cumsum(axis=2)[..., :-1]).sum(axis=2)
    person, item = np.repeat(np.arange(persons), items), np.tile(np.arange(items), persons)
    return AnswerColumns(group[person], person, item, score.ravel())


def ratings(seed, *, persons=120, raters=8, per_person=2, items=6, shift=None, contact_sd=0.0, groups=2):
    """Scores 1 to 5; each person meets some raters once each, drawn at random; `shift` is a rater's severity elsewhere."""
    random = np.random.default_rng(seed)
    group = np.arange(persons) % groups
    met = np.argsort(random.random((persons, raters)), axis=1)[:, :per_person]
    severity, harsher = np.linspace(-0.5, 0.5, raters), np.zeros(raters)
    for rater, size in (shift or {}).items():
        harsher[rater] = size
    apart = random.normal(0, 1, persons)[:, None] - severity[met] - harsher[met] * (group[:, None] > 0)
    apart = apart + random.normal(0, contact_sd, apart.shape)
    eta = apart[:, :, None] - np.linspace(-0.6, 0.6, items)
    height = np.arange(5) * eta[..., None] - np.concatenate([[0.0], np.cumsum([-1.5, -0.5, 0.5, 1.5])])
    share = np.exp(height - height.max(axis=3, keepdims=True))
    share /= share.sum(axis=3, keepdims=True)
    score = 1 + (random.random(eta.shape)[..., None] > share.cumsum(axis=3)[..., :4]).sum(axis=3)
    person = np.repeat(np.arange(persons), per_person * items)
    item, rater = np.tile(np.arange(items), persons * per_person), np.repeat(met.ravel(), items)
    return RatingColumns(group[person], person, item, score.ravel(), rater)
