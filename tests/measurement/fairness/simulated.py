"""Answers and ratings drawn from Rasch's model, some items or raters treating one group otherwise."""

import numpy as np

from hengcai.measurement.fairness.answers import AnswerColumns


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
