"""The plain name, in both languages, of every key that the measuring commands print: output and explain pages share it."""

from hengcai.base.say import gathered, knows

NAMES = gathered("hengcai.cli.measure.names")
PREFIX = "measure.name."
_ENDS = ("low", "high")


def code_of(key: str, command: str) -> str | None:
    """Where a key means something of its own in a command, that; `rate.low` is the `low` of a rate."""
    _, dot, end = key.rpartition(".")
    plain = end if dot and end in _ENDS else key
    found = (f"{PREFIX}{command}.{plain}", f"{PREFIX}{plain}")
    return next((code for code in found if knows(code)), None)
