"""The time after a result in words: how long each step takes, and what may follow."""

from collections.abc import Iterator

from hengcai.appraisal.papers.year import year_told
from hengcai.appraisal.rules.own_terms import Workload, YearTerms
from hengcai.appraisal.rules.terms import Consequences, Windows
from hengcai.paper.telling import Teller

WINDOWS = ("appeal", "answer", "silence", "notice")
CONSEQUENCES = ("coefficients", "probability", "order", "rank")


def windows(says: Windows, tell: Teller) -> Iterator[str]:
    return (window(name, says, tell) for name in WINDOWS)


def window(name: str, says: Windows, tell: Teller) -> str:
    return tell.say(f"policy_text.windows.{name}", n=getattr(says, name))


def consequences(says: Consequences, tell: Teller) -> Iterator[str]:
    return (consequence(name, says, tell) for name in CONSEQUENCES)


def consequence(name: str, says: Consequences, tell: Teller) -> str:
    named = [
        tell.say("policy_text.consequences.coefficient", name=tell.called("band", grade), number=number.text)
        for grade, number in says.coefficients.items()
    ]
    facts = {"coefficients": tell.join(named), "probability": tell.percent(says.probability.value, 2), "n": says.cycles}
    return tell.say(f"policy_text.consequences.{name}", **facts)


def year(says: YearTerms, tell: Teller) -> list[str]:
    least = [tell.say("policy_text.year.service", n=says.service_months)] if says.service_months else []
    return [year_told(says, tell), *least]


def workload(says: Workload, tell: Teller) -> list[str]:
    return [tell.say("policy_text.workload", forms=says.forms, minutes=tell.plain(says.minutes.value, 2))]
