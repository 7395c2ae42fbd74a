"""Text as it may stand in XML."""

import re

FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = re.compile(r"[&<>]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_IN_ATTRIBUTE = re.compile(r'[&<>"\n\r\t]')


def escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: _NAMED[match[0]], FORBIDDEN.sub("", text))


def quoted(text: str) -> str:
    """Within the quotes of an attribute."""
    if text.isascii() and text.isalnum():
        return text
    return _IN_ATTRIBUTE.sub(lambda match: _NAMED[match[0]], FORBIDDEN.sub("", text))


def cdata(text: str) -> str:
    bare = FORBIDDEN.sub("", text)
    if not _SIGNS.search(bare):
        return bare
    return f"<![CDATA[{bare.replace(']]>', ']]]]><![CDATA[>')}]]>"
