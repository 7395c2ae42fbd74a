"""Keeps the Chinese catalogues: one a page package, English is the source.

--update adds what the pages say and drops what they no longer say; --check fails on a missing, fuzzy or
stale entry; --compile writes the .mo files beside the .po files. Needs no gettext on the machine.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WEB, LOCALE = ROOT / "hengcai" / "web", ROOT / "hengcai" / "locale"
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
            "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}  # fmt: skip

HEADER = """msgid ""
msgstr ""
"Language: zh_Hans\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def packages() -> list[str]:
    return sorted(path.name for path in WEB.iterdir() if path.is_dir() and not path.name.startswith("__"))


def catalogue_path(package: str) -> Path:
    return LOCALE / package / "zh_Hans" / "LC_MESSAGES" / "django.po"


def said(package: str) -> Iterator[tuple[str, object]]:
    """(file, message) of everything a package's pages say."""
    for path in sorted((WEB / package).rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"}:
            continue
        for _line, message, _comments, _context in extract("python", io.BytesIO(source(path)), KEYWORDS):
            yield str(path.relative_to(ROOT)), message


def source(path: Path) -> bytes:
    """A template is turned into the Python-like text Django's own extractor makes of it."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return text.encode()
    from django.utils.translation.template import templatize

    return templatize(text, origin=str(path)).encode()


def read(package: str) -> Catalog:
    path = catalogue_path(package)
    if not path.exists():
        return Catalog(locale="zh_Hans", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def wanted(package: str) -> set[object]:
    return {message for _file, message in said(package) if message}


def faults(package: str) -> Iterator[str]:
    catalogue = read(package)
    for file, message in sorted(set(map(tuple, ((f, m) for f, m in said(package)))), key=str):
        entry = catalogue.get(message[0] if isinstance(message, tuple) else message)
        if entry is None or not _translated(entry.string):
            yield f"{package}: not translated: {message!r} ({file})"
        elif entry.fuzzy:
            yield f"{package}: fuzzy: {message!r}"
    known = {m[0] if isinstance(m, tuple) else m for m in wanted(package)}
    for entry in catalogue:
        key = entry.id[0] if isinstance(entry.id, tuple) else entry.id
        if key and key not in known:
            yield f"{package}: no page says this any more: {key!r}"


def conflicts() -> Iterator[str]:
    """Catalogues are merged when the pages run: the same English must be the same Chinese everywhere."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for package in packages():
        for entry in read(package):
            key = entry.id[0] if isinstance(entry.id, tuple) else entry.id
            chinese = entry.string[0] if isinstance(entry.string, tuple) else entry.string
            first = seen.setdefault((entry.context or "", key), (package, chinese))
            if key and first[1] != chinese:
                yield f"{package}: {key!r} is {chinese!r} here and {first[1]!r} in {first[0]}"


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def update(package: str) -> None:
    old, new = read(package), Catalog(locale="zh_Hans", fuzzy=False)
    for message in sorted(wanted(package), key=str):
        entry = old.get(message[0] if isinstance(message, tuple) else message)
        new.add(message, entry.string if entry else None)
    write(package, new)


def write(package: str, catalogue: Catalog) -> None:
    """With the header lines gettext needs and no others: dates would make every run a change."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, sort_output=True, no_location=True)
    path = catalogue_path(package)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADER.encode() + out.getvalue())


def compile_all() -> None:
    for path in sorted(LOCALE.rglob("*.po")):
        with path.open("rb") as file, path.with_suffix(".mo").open("wb") as out:
            write_mo(out, read_po(file, locale="zh_Hans"))


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")
    chosen = sys.argv[1:]
    if "--compile" in chosen:
        compile_all()
        return 0
    import django

    django.setup()
    if "--update" in chosen:
        for package in packages():
            update(package)
        compile_all()
        return 0
    found = [fault for package in packages() for fault in faults(package)] + list(conflicts())
    print("\n".join(found) or "catalogues are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
