"""The domain's sentences in the reader's language."""

from django.utils.translation import get_language

from hengcai.base import say
from hengcai.base.errors import Refusal


def sentence(refusal: Refusal) -> str:
    return say.say(refusal, get_language() or "zh-hans")


def word(code: str, **facts: object) -> str:
    """A registered word or sentence: a state's name, a button, a role."""
    return say.sentence(code, get_language() or "zh-hans", facts)
