"""Row numbers and places as they come in addresses and forms."""

_LONGEST = 18  # digits; more is no row of any table


def whole(text):
    """The number, or None where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None


def wholes(texts):
    return [number for text in texts if (number := whole(text)) is not None]
