"""Row numbers, places and days as they come in addresses and forms."""

from datetime import date

_LONGEST = 18  # digits; more is no row of any table


def whole(text):
    """The number, or None where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None


def wholes(texts):
    return [number for text in texts if (number := whole(text)) is not None]


def day_typed(text):
    """A day as browsers send it; none where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
