"""What a request may hold: text a database takes, row numbers, days of this and the next century, exact numbers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from hengcai.base.days import EARLIEST, LATEST

Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
Comment = Annotated[Text, Field(max_length=4000)]
Code = Annotated[Text, Field(max_length=80)]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
Day = Annotated[date, Field(ge=EARLIEST, le=LATEST)]
Exact = Annotated[str, Field(description="An exact number: a decimal, or a fraction such as 5971/70.")]
Names = Annotated[dict[str, str], Field(description="The same in zh and en.")]


def names(text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def exact_or_none(value) -> str | None:
    return None if value is None else str(value)
