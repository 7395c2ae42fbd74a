"""The signs of GIFT: which are escaped, and how a text says which format it is in."""

import re

from hengcai.assessment.formats.markup.texts import SAFE, from_html, from_plain
from hengcai.assessment.formats.moodle_in import from_auto

_TO_ESCAPE = re.compile(r"[\\#=~{}:]|\n")
_KEPT = {"\\": "\\\\", "\n": "\\n", **{sign: f"\\{sign}" for sign in "#=~{}:"}}
_ESCAPED = re.compile(r"\\([\\#=~{}:n])")
_PLACES = {"\\": "\x01", "#": "\x02", "=": "\x03", "~": "\x04", "{": "\x05", "}": "\x06", ":": "\x07", "n": "\x08"}
_BACK = str.maketrans({place: "\n" if sign == "n" else sign for sign, place in _PLACES.items()})
_NO_TEXT = re.compile("[\x01-\x08\r]")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
TO_READ = {
    "html": from_html,
    "markdown": lambda told, _lost: told.strip(),
    "plain": lambda told, _lost: from_plain(told.strip()),
    "moodle": from_auto,
}


def escaped(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _KEPT[match[0]], text.replace("\r", ""))


def hidden(source: str) -> str:
    """Escaped signs as ones that no text has, so that what is left of `=`, `~` and the like is GIFT's own."""
    return _ESCAPED.sub(lambda match: _PLACES[match[1]], _NO_TEXT.sub("", source))


def shown(text: str) -> str:
    return text.translate(_BACK)


def told(source: str, default: str, lost: set[str]) -> tuple[str, str]:
    """Markdown, and the format the text is in."""
    match = _FORMAT.match(source)
    kind = match[1].lower() if match else default
    bare = shown(source[match.end() :] if match else source)
    return TO_READ[kind](bare, lost), kind


def is_plain(*texts: str) -> bool:
    """Whether all say the same without being called Markdown."""
    return all(SAFE.fullmatch(text) and not text.startswith(("[", "%")) for text in texts)


def formed(text: str) -> str:
    """Of an answer within a question in Markdown: what looks like a format's name or a weight is text all the same."""
    if _FORMAT.match(text):
        return f"[markdown]{escaped(text)}"
    return escaped(f"\\{text}" if text.startswith("%") else text)
