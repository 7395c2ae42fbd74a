"""How long what people write may be: comments, reasons, remarks, whichever door they come in by."""

from hengcai.base.errors import NotValid

LONGEST_TEXT = 4000


def check_lengths(*texts: str) -> None:
    for text in texts:
        if len(text) > LONGEST_TEXT:
            raise NotValid("text.too_long", found=len(text), most=LONGEST_TEXT)
