"""A page of a package as it is sent: with the scripts a part looks for before any of its own."""

import re
from collections.abc import Sequence
from html import escape

PAGES = (".html", ".htm", ".xhtml", ".xht")
LARGEST_PAGE = 8 << 20
_HEAD = re.compile(rb"<head(\s[^>]*)?>", re.IGNORECASE)
_HTML = re.compile(rb"<html(\s[^>]*)?>", re.IGNORECASE)
_DOCTYPE = re.compile(rb"^\s*(<\?xml[^>]*\?>\s*)?<!doctype[^>]*>", re.IGNORECASE)
_FRAMES = re.compile(rb"<(i?frame|frameset)[\s>]", re.IGNORECASE)
WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
TYPES = {
    "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "xht": "application/xhtml+xml",
    "js": "text/javascript", "mjs": "text/javascript", "css": "text/css", "json": "application/json",
    "xml": "application/xml", "xsd": "application/xml", "dtd": "application/xml-dtd", "txt": "text/plain",
    "vtt": "text/vtt", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "bmp": "image/bmp", "ico": "image/x-icon", "avif": "image/avif",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "eot": "application/vnd.ms-fontobject",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg", "wav": "audio/wav",
    "weba": "audio/webm", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "pdf": "application/pdf", "wasm": "application/wasm", "map": "application/json",
}  # fmt: skip


def type_of(path: str) -> str:
    """By the ending, as authors mean it; anything unknown is only bytes."""
    return TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def is_page(path: str) -> bool:
    return path.lower().endswith(PAGES)


def has_frames(source: bytes) -> bool:
    """Pages in pages cannot reach one another here: each stands in an origin of its own."""
    return _FRAMES.search(source) is not None


def with_scripts(source: bytes, addresses: Sequence[str]) -> bytes:
    """Their tags first of all in the head, whatever the page is written in."""
    tags = "".join(f'<script src="{escape(one)}"></script>' for one in addresses).encode()
    for mark, coding in WIDE:
        if source.startswith(mark):
            text = source[2:].decode(coding, errors="replace").encode()
            return mark + _placed(text, tags).decode(errors="replace").encode(coding)
    return _placed(source, tags)


def _placed(source: bytes, tags: bytes) -> bytes:
    found = _HEAD.search(source) or _HTML.search(source) or _DOCTYPE.search(source)
    place = found.end() if found else 3 if source.startswith(b"\xef\xbb\xbf") else 0
    return source[:place] + tags + source[place:]
