"""The word in the address of a package's files: for one person's one opening, or one look at it, and not for long.

The frame a package stands in sends no cookie, so this word is all that lets it have its files.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, TimestampSigner

HOURS = 8
RUN, LOOK = "r", "l"
_SIGNER = TimestampSigner(sep="~", salt="hengcai.courseware")


@dataclass(frozen=True)
class Told:
    """`kind` run: `first` is the run, `second` its session; look: the package and the user."""

    kind: str
    first: int
    second: int


def token_of(told: Told) -> str:
    return _SIGNER.sign(f"{told.kind}{told.first}-{told.second}")


def told_by(token: str) -> Told | None:
    """None where nobody made it, or too long ago."""
    try:
        word = _SIGNER.unsign(token, max_age=HOURS * 3600)
    except BadSignature:
        return None
    first, _, second = word[1:].partition("-")
    return Told(word[0], int(first), int(second))
