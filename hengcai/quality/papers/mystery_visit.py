"""神秘顾客记录表: the brief, how the visit went, and its marks."""

from functools import partial

from hengcai.paper.forms.form import Form
from hengcai.quality.papers.observation import COLUMNS, OBSERVATION, observed

FORM = Form("mystery-visit", 86, partial(observed, "mystery"), (OBSERVATION,), COLUMNS, ("observer", "group", "day"))
