"""Whether a zip is one to unpack: judged by its table of contents, before a byte of it is unpacked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.base.errors import NotValid

MEGABYTES, UNPACKED_MEGABYTES = 300, 1000
MOST_FILES, MOST_RATIO, SMALL = 10_000, 200, 1_000_000
LONGEST_PATH = 400
FILE_KINDS, REGULAR, FOLDER = 0o170000, 0o100000, 0o040000  # of the Unix mode a zip may carry
UTF_8 = 0x800  # the flag that says how a name is written
_UNSAFE = re.compile(r"(^|/)\.\.?(/|$)|^/|^[A-Za-z]:|[\0-\x1f]")
MANIFEST = "imsmanifest.xml"
BESIDE = ("__macosx/", ".hengcai/")  # what a Mac adds; the folder our own script is served from


@dataclass(frozen=True)
class Packed:
    """One entry as the table of contents has it."""

    name: str
    size: int
    packed: int
    mode: int = 0
    is_locked: bool = False

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


def check_size(told: int) -> None:
    if told > MEGABYTES * 1_000_000:
        raise NotValid("courseware.file_large", megabytes=MEGABYTES)


def written_name(name: str, *, flags: int) -> str:
    """As it was meant: without the flag for UTF-8, Chinese tools write GBK and some write UTF-8 all the same."""
    name = name.replace("\\", "/")
    if flags & UTF_8 or name.isascii():
        return name
    try:
        told = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for coding in ("utf-8", "gb18030"):
        try:
            return told.decode(coding)
        except UnicodeDecodeError:
            continue
    return name


def check_entries(entries: Sequence[Packed]) -> None:
    """Refuses the first thing no course needs: names that lead out, links, locked parts, far more inside than outside."""
    if len(entries) > MOST_FILES:
        raise NotValid("courseware.too_many_files", found=len(entries), most=MOST_FILES)
    for one in entries:
        _check_entry(one)
    if sum(one.size for one in entries) > UNPACKED_MEGABYTES * 1_000_000:
        raise NotValid("courseware.unpacks_large", megabytes=UNPACKED_MEGABYTES)
    twice = next((name for name, n in Counter(one.name for one in entries).items() if n > 1), None)
    if twice is not None:
        raise NotValid("courseware.name_twice", name=twice[:80])


def _check_entry(one: Packed) -> None:
    if _UNSAFE.search(one.name) or len(one.name) > LONGEST_PATH:
        raise NotValid("courseware.name_unsafe", name=one.name[:80])
    if one.mode & FILE_KINDS not in (0, REGULAR, FOLDER):
        raise NotValid("courseware.link_inside", name=one.name[:80])
    if one.is_locked:
        raise NotValid("courseware.locked_inside", name=one.name[:80])
    if one.size > SMALL and one.size > MOST_RATIO * max(one.packed, 1):
        raise NotValid("courseware.unpacks_large", megabytes=UNPACKED_MEGABYTES)


def folder_of_manifest(names: Sequence[str]) -> str:
    """Empty where it lies at the top, as the standard has it; a zip of the one folder above is taken too."""
    places = [one for one in names if one.rpartition("/")[2].lower() == MANIFEST and one.count("/") <= 1]
    if not places:
        raise NotValid("courseware.no_manifest")
    return min(places, key=len).rpartition("/")[0]


def inside(name: str, folder: str) -> str | None:
    """The path within the package; None for what does not belong to it."""
    found = name if not folder else name.removeprefix(f"{folder}/") if name.startswith(f"{folder}/") else ""
    return found if found and not found.lower().startswith(BESIDE) else None
