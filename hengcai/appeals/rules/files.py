"""What a file is by its content, whatever it is called; a name that says otherwise is a lie."""

from hengcai.base.errors import NotValid

PNG, JPG, WEBP, PDF, DOCX, XLSX, TXT = "png", "jpg", "webp", "pdf", "docx", "xlsx", "txt"
SOUNDS = {"wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "ogg": "audio/ogg"}
FILMS = {"mp4": "video/mp4", "webm": "video/webm"}
TYPES = {
    PNG: "image/png", JPG: "image/jpeg", WEBP: "image/webp", PDF: "application/pdf", TXT: "text/plain; charset=utf-8",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", **SOUNDS, **FILMS,
}  # fmt: skip
NAMED = {  # what a file of this kind may end in
    JPG: ("jpg", "jpeg"), "ogg": ("ogg", "oga", "opus"), "mp4": ("mp4", "m4a", "mov", "m4v"), "webm": ("webm", "mkv"),
}  # fmt: skip
STARTS = ((b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPG), (b"%PDF-", PDF))
ZIP = b"PK\x03\x04"
MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")
PARTS = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml"}


def kind_by_start(head: bytes) -> str | None:
    """Of pictures and PDF; sound, office files and plain text are looked at more closely."""
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    return WEBP if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else None


def kind_by_parts(names: list[str]) -> str | None:
    """Of an archive: an office file without macros, or nothing that is taken."""
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    return next((kind for kind, part in PARTS.items() if part in names), None)


def is_text(head: bytes, *, is_whole: bool) -> bool:
    """UTF-8 that a browser would not take for a page."""
    if not head or b"\0" in head or any(mark in head[:1024].lower() for mark in MARKUP):
        return False
    for cut in range(1 if is_whole else 4):
        try:
            head[: len(head) - cut].decode()
        except UnicodeDecodeError:
            continue
        return True
    return False


def check_name(name: str, kind: str) -> str:
    """The name as it is kept: without folders, and ending in what it is."""
    plain = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    plain = "".join(sign for sign in plain if sign.isprintable())
    ending = plain.rsplit(".", 1)[-1].lower() if "." in plain else ""
    if ending not in NAMED.get(kind, (kind,)):
        raise NotValid("appeals.file_lies", name=plain or "?", found=kind)
    return plain
