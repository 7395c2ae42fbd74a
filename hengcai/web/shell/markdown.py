"""Texts that people write as Markdown, rendered: CommonMark with HTML left as text, links only to pages of the web."""

from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe

SAFE = ("https://", "http://", "mailto:", "tel:", "/", "#")


@lru_cache(maxsize=1)
def _reader() -> Any:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    setattr(reader, "validateLink", _is_safe)  # noqa: B010 - its own way of being told; a method to the type checker
    return reader


def _is_safe(url: str) -> bool:
    return url.strip().lower().startswith(SAFE)


@lru_cache(maxsize=512)
def rendered(text: str) -> SafeString:
    """A lone paragraph comes without its tag, so that it fits into a label."""
    html = str(_reader().render(text)).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    found: SafeString = mark_safe(inner if html.startswith("<p>") and "<p>" not in inner else html)  # noqa: S308 - rendered without HTML
    return found
