"""The raters' short training: three errors everybody makes, each with a question about a real case."""

from collections.abc import Mapping

from hengcai.base.errors import NotValid

RIGHT_ANSWERS = {"halo": "b", "central": "c", "recency": "a"}


def check(answers: Mapping[str, str]) -> None:
    wrong = [name for name, right in RIGHT_ANSWERS.items() if answers.get(name) != right]
    if wrong:
        raise NotValid("appraisal.training_wrong", count=len(wrong), items=wrong)
