"""Text made safe to open in a spreadsheet, and read again as it was."""

import re

_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_QUOTED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
_CONSTANT = re.compile(r'\s*="([^"]*)"\s*')


def quoted(text: str) -> str:
    """An apostrophe in front keeps a spreadsheet from running the text; plain negative numbers need none."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unquoted(text: str) -> str:
    return text[1:] if _QUOTED_FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """A cell of a CSV file: our apostrophe taken off, `="00123"`, which saves leading zeros, read as 00123."""
    if text.startswith("'"):
        return unquoted(text)
    constant = _CONSTANT.fullmatch(text)
    return constant[1] if constant else text


def is_formula(text: str) -> bool:
    """A cell of a CSV file that a spreadsheet works out, other than a text between quotes."""
    return text.lstrip().startswith("=") and not _CONSTANT.fullmatch(text)
