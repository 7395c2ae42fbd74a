"""Text people write, in Chinese and English side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import format_html
from django.utils.translation import get_language


@dataclass(frozen=True)
class Bilingual:
    """Reads as the reader's language; falls back to the other, marked as such in a page."""

    zh: str = ""
    en: str = ""

    def read(self, language: str) -> str:
        first, second = (self.en, self.zh) if language.startswith("en") else (self.zh, self.en)
        return first or second

    def __str__(self) -> str:
        return self.read(get_language() or "zh-hans")

    def __html__(self) -> str:
        english = (get_language() or "zh-hans").startswith("en")
        if english and not self.en:
            return format_html('<span lang="zh-Hans">{}</span>', self.zh)
        if not english and not self.zh:
            return format_html('<span lang="en">{}</span>', self.en)
        return format_html("{}", str(self))

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


def decode(value: Any) -> Any:
    """Mappings of exactly zh and en become `Bilingual`, however deep they lie."""
    if isinstance(value, Mapping):
        if set(value) <= {"zh", "en"} and value:
            return Bilingual(**value)
        return {key: decode(part) for key, part in value.items()}
    if isinstance(value, list):
        return [decode(part) for part in value]
    return value


def encode(value: Any) -> Any:
    """The inverse of `decode`, ready for JSON."""
    if isinstance(value, Bilingual):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, Mapping):
        return {str(key): encode(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [encode(part) for part in value]
    return value


class BilingualField(models.JSONField):
    """Holds a `Bilingual`, or lists and mappings of them, as one JSON column."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return decode(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Any:
        return decode(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001,FBT002
        return super().get_db_prep_value(encode(value), connection, prepared)
