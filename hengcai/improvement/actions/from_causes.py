"""An error's cause, answered by its owner, becomes a measure with one click."""

from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.accounts.queries import the_centre
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow
from hengcai.base.say import sentence
from hengcai.improvement import permissions
from hengcai.improvement.actions.remedies import Subject, raise_remedy
from hengcai.improvement.models import Remedy
from hengcai.improvement.rules.remedies import KNOWLEDGE, PROCESS, SYSTEM, Plan
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.models import Item, Scorecard

ABOUT = {"process": PROCESS, "system": SYSTEM, "knowledge": KNOWLEDGE, "policy": PROCESS}
A_FORTNIGHT = timedelta(days=14)


@action(permissions.RAISE_ON_CAUSE)
def raise_from_cause(report: CauseReport, *, by: User, language: str, today: date) -> Remedy:
    """What its owner answered is the measure, by the day they named; the item it was found on most is looked at."""
    if report.state == CauseReport.State.OPEN or report.answered_by is None:
        raise NotNow("improvement.cause_unanswered")
    if Remedy.objects.filter(source=Remedy.Source.CAUSE, source_id=report.pk).exclude(state="closed").exists():
        raise NotNow("improvement.cause_has_one")
    day = max(report.measure_on or today + A_FORTNIGHT, today)
    plan = Plan(ABOUT[report.cause], _found(report, language), report.measure, day, item=_item(report))
    subject = Subject(report.owner or report.answered_by, source=Remedy.Source.CAUSE, source_id=report.pk)
    centre: Centre = the_centre()
    return raise_remedy(centre, by=by, plan=plan, subject=subject, today=today)


def _found(report: CauseReport, language: str) -> str:
    items = [Bilingual(**one["name"]).read(language) for one in report.items[:3]]
    cause = sentence(f"quality.cause.{report.cause}", language, {})
    facts = {"month": f"{report.month:%Y-%m}", "cause": cause, "n": report.errors, "contacts": report.contacts}
    return sentence("improvement.found_by_cause", language, {**facts, "items": items, "why": report.answer})


def _item(report: CauseReport) -> int | None:
    """Of the card in force; one that no card has any more is looked at by nobody."""
    codes = [one["code"] for one in report.items[:1]]
    rows = Item.objects.filter(code__in=codes, section__scorecard__state=Scorecard.State.PUBLISHED)
    return (
        rows.exclude(kind=Item.Kind.NOTE)
        .order_by("section__scorecard__code", "pk")
        .values_list("pk", flat=True)
        .first()
    )
