"""A centre writes its own words, in a draft only."""

from typing import Any

from hengcai.accounts.models import User
from hengcai.audit.action import action, lock
from hengcai.base.bilingual import decode, encode
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework import permissions, rules
from hengcai.framework.actions.building import levels, plain
from hengcai.framework.models import Competency, Framework, Indicator


@action(permissions.EDIT)
def edit_competency(competency: Competency, *, by: User, texts: dict[str, Any]) -> Competency:
    """`texts`: name, definition, good and poor; anchors where the competency has no indicators."""
    _check_draft(competency.framework)
    _check_anchors_belong(competency, texts)
    rules.check_competency_texts(plain(texts), competency.code)
    for name in ("name", "definition", "good", "poor"):
        setattr(competency, name, decode(encode(texts[name])))
    if texts.get("anchors"):
        competency.anchors = levels(texts["anchors"])
    competency.save(update_fields=["name", "definition", "good", "poor", "anchors"])
    return competency


@action(permissions.EDIT)
def edit_indicator(indicator: Indicator, *, by: User, texts: dict[str, Any]) -> Indicator:
    """`texts`: name, look_for and anchors by level; 2 may be there."""
    _check_draft(indicator.competency.framework)
    rules.check_indicator_texts(plain(texts), f"{indicator.competency.code}.{indicator.code}")
    indicator.name, indicator.look_for = decode(encode(texts["name"])), decode(encode(texts["look_for"]))
    indicator.anchors = levels(texts["anchors"])
    indicator.save(update_fields=["name", "look_for", "anchors"])
    return indicator


def _check_draft(framework: Framework) -> None:
    """Locked first, so that nothing is changed under a version being published."""
    lock(framework)
    if framework.state != Framework.State.DRAFT:
        raise NotNow("framework.not_draft", number=framework.number)


def _check_anchors_belong(competency: Competency, texts: dict[str, Any]) -> None:
    if bool(texts.get("anchors")) != bool(competency.anchors):
        raise NotValid("framework.own_indicators", name=competency.name)
