"""The time after a result in words: how long each step takes, and what may follow."""

from collections.abc import Iterator

from hengcai.appraisal.rules.terms import Consequences, Windows
from hengcai.paper.telling import Teller


def windows(says: Windows, tell: Teller) -> Iterator[str]:
    for name, days in (("appeal", says.appeal), ("answer", says.answer), ("silence", says.silence)):
        yield tell.say(f"policy_text.windows.{name}", n=days)
    yield tell.say("policy_text.windows.notice", n=says.notice)


def consequences(says: Consequences, tell: Teller) -> Iterator[str]:
    coefficients = [
        tell.say("policy_text.consequences.coefficient", name=tell.called("band", grade), number=number.text)
        for grade, number in says.coefficients.items()
    ]
    yield tell.say("policy_text.consequences.coefficients", coefficients=tell.join(coefficients))
    yield tell.say("policy_text.consequences.probability", probability=tell.percent(says.probability.value, 2))
    yield tell.say("policy_text.consequences.order", n=says.cycles)
    yield tell.say("policy_text.consequences.rank")
