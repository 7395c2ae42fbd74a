"""Names of files that people send."""

from pathlib import Path

LONGEST_STEM, LONGEST_ENDING = 180, 20  # bytes; file systems take 255, and rejects put a word behind the stem


def file_name(sent: str | None, otherwise: str) -> str:
    """Without its folders, and short enough for any file system: a Chinese sign takes three bytes there."""
    last = Path(sent or "").name
    name = Path(otherwise if last in ("", "..") else last)
    if len(name.suffix.encode()) > LONGEST_ENDING:
        return _cut(name.name, LONGEST_STEM)
    return _cut(name.stem, LONGEST_STEM) + name.suffix


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
