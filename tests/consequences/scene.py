"""A published month of Li, Wang and He with grades as wished, bases for all, a minimum wage in Chengdu."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from hengcai.appeals.models import Appeal
from hengcai.appeals.signals import appeal_answered, appeal_withdrawn
from hengcai.appraisal.models import Cycle, FairScore, Participant, Policy, Result
from hengcai.base.bilingual import Bilingual
from hengcai.consequences import actions
from hengcai.consequences.models import MinimumWage, PayBase, PayRun
from hengcai.consequences.rules.bases import BaseRow
from hengcai.framework.models import Framework
from hengcai.people.models import Placement
from tests import cast

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
APRIL = (date(2026, 4, 1), date(2026, 4, 30))
GRADES = {"li": ("92.0", "excellent"), "wang": ("74.0", "pass"), "he": ("61.0", "fail")}
SINCE = date(2026, 1, 1)


def policy(kind: str = "monthly", text: str = "") -> Policy:
    found = Policy.objects.filter(kind=kind).first()
    facts = {"number": 1, "name": "Shipped", "text": text, "state": "published", "published_on": cast.HIRED}
    return found or Policy.objects.create(kind=kind, **facts)


def cycle(code: str, period: tuple[date, date], *, kind: str = "month", state: str = "published") -> Cycle:
    framework = Framework.objects.first() or Framework.objects.create(number=1, state="published")
    of = policy("monthly" if kind == "month" else "quarterly")
    return Cycle.objects.create(
        code=code, kind=kind, name=Bilingual(code, code), period_start=period[0], period_end=period[1], state=state,
        policy=of, framework=framework, seed=code, published_at=timezone.now(),
        purpose="retest" if kind == "special" else "",
    )  # fmt: skip


def result(of: Cycle, name: str, final: str | None, band: str, **facts) -> Result:
    person = cast.person(name)
    place = Placement.objects.filter(person=person).first()
    member, _new = Participant.objects.get_or_create(
        cycle=of, person=person, defaults={"placement": place, "post": cast.post()}
    )
    status = "not_enough_evidence" if final is None else "scored"
    detail = {"agent": name, "status": status, "final": final, "exact": final, "sources": {}, "reasons": []}
    values = {"detail": detail, "exact": final or "", "final": final and Decimal(final), "computed_at": timezone.now()}
    return Result.objects.create(participant=member, status=status, band=band, **{**values, **facts})


def month(code: str = "2026-03", period: tuple[date, date] = MARCH, grades=None) -> Cycle:
    made = cycle(code, period)
    for name, (final, band) in (grades or GRADES).items():
        result(made, name, final, band)
    return made


def sure_of(found: Result, *bands: tuple[str, float]) -> FairScore:
    """Chances of the bands, best first."""
    facts = {"raw": found.final, "fair": found.final, "low": found.final, "high": found.final, "n": 9}
    facts |= {"bands": [list(one) for one in bands], "unknown": ""}
    return FairScore.objects.update_or_create(result=found, basis="final", defaults=facts)[0]


def bases(**amounts: str) -> None:
    wanted = amounts or {"li": "2000.00", "wang": "2000.00", "he": "2000.00"}
    for name in wanted:
        cast.person(name)
    rows = [BaseRow(n, name, SINCE, Fraction(base), Fraction(1000)) for n, (name, base) in enumerate(wanted.items(), 2)]
    actions.take_in_bases(cast.centre(), by=cast.user("wu"), rows=rows)


def minimum(amount: str = "2100.00") -> MinimumWage:
    facts = {"since": SINCE, "amount": Fraction(amount), "source": "川人社发〔2025〕1号"}
    return actions.add_minimum_wage(cast.site(), by=cast.user("wu"), **facts)


def prepared(of: Cycle | None = None, *, budget: str = "10000") -> PayRun:
    cast.user("qian")
    if not PayBase.objects.exists():
        bases()
    return actions.prepare_run(of or month(), by=cast.user("wu"), budget=Fraction(budget))


def decided(of: Cycle | None = None) -> PayRun:
    return actions.decide_run(prepared(of), by=cast.user("qian"))


def line(run: PayRun, name: str, kind: str = "regular"):
    return run.lines.get(person__number=name, kind=kind)


def corrected(old: Result, final: str, band: str) -> Result:
    """As a correction leaves it: a new revision, and the signal."""
    from hengcai.appraisal.signals import result_corrected

    Result.objects.filter(pk=old.pk).update(is_current=False)
    fresh = result(
        old.participant.cycle, old.participant.person.number, final, band, revision=old.revision + 1, reason="anew"
    )
    result_corrected.send(Result, old=old, fresh=fresh, by=cast.user("zheng"))
    return fresh


def appealed(found: Result, *, by: str = "li", state: str = "heard") -> Appeal:
    """As filing leaves it."""
    day = found.participant.cycle.period_end
    facts = {"filed_at": timezone.now(), "filed_on": day, "closes_on": day, "due_on": day, "seed": ""}
    return Appeal.objects.create(
        result=found, appellant=cast.person(by), state=state, grounds="录音里没有错", wanted="重新计算", **facts
    )


def withdrawn(appeal: Appeal) -> Appeal:
    Appeal.objects.filter(pk=appeal.pk).update(state="withdrawn", withdrawn_at=timezone.now())
    appeal.refresh_from_db()
    appeal_withdrawn.send(Appeal, appeal=appeal, by=appeal.appellant.user)
    return appeal


def over(appeal: Appeal, *, outcome: str = "rejected", fresh: Result | None = None) -> Appeal:
    """Answered, and told to whoever listens."""
    done = {
        "state": "answered",
        "outcome": outcome,
        "reasons": "听了录音",
        "answered_at": timezone.now(),
        "fresh": fresh,
    }
    Appeal.objects.filter(pk=appeal.pk).update(**done)
    appeal.refresh_from_db()
    appeal_answered.send(Appeal, appeal=appeal, by=cast.user("zheng"))
    return appeal
