"""What people write, comments, reasons, remarks, whichever door it comes in by: how long it may be, and no sign in it
that a database cannot hold."""

from hengcai.base.errors import NotValid

LONGEST_TEXT = 4000


def check_lengths(*texts: str) -> None:
    for text in texts:
        if len(text) > LONGEST_TEXT:
            raise NotValid("text.too_long", found=len(text), most=LONGEST_TEXT)
        check_signs(text)


def check_signs(text: str) -> None:
    """For texts of any length."""
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise NotValid("text.sign_of_no_text")
