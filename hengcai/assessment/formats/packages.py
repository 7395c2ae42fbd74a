"""QTI packages: a zip with a manifest and one file an item; opened only so far as it is harmless."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from hengcai.assessment.formats.holding import Names, taken
from hengcai.assessment.formats.markup.nodes import Node
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.formats.qti_in import question_of_item
from hengcai.assessment.formats.qti_names import Version
from hengcai.assessment.formats.qti_out import item_of
from hengcai.assessment.formats.xml_in import whole_tree
from hengcai.assessment.formats.xml_out import escaped, quoted
from hengcai.assessment.rules.questions import Question
from hengcai.base.errors import NotValid
from hengcai.base.zips import DAMAGED

MANIFEST = "imsmanifest.xml"
LARGEST_ITEM, LARGEST_MANIFEST, LARGEST_WHOLE = 4 << 20, 128 << 20, 1 << 30
MOST_FILES, LARGEST_RATIO, SMALL = 200_000, 200, 1 << 20
_UNSAFE = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\\|\0")
_DAY = (2000, 1, 1, 0, 0, 0)


def read_qti(path: Path, report: Report) -> Iterator[Question]:
    names = Names()
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            yield from _read_item(stream.read(LARGEST_ITEM + 1), report, names, Resource(path.name))
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(archive, report.file)
            for one in _resources(archive, report.file):
                yield from _read_item(_bytes(archive, one.href, LARGEST_ITEM, report.file), report, names, one)
    except DAMAGED as error:
        raise NotValid("questions.zip_damaged", file=report.file) from error


class Resource:
    """An item of the manifest, with what is told of it there."""

    def __init__(self, href: str, node: Node | None = None) -> None:
        self.href = href
        self.tags: tuple[str, ...] = ()
        self.competency = ""
        self.level: int | None = None
        if node is not None:
            self._read(node)

    def _read(self, node: Node) -> None:
        self.tags = tuple(tag for one in node.below("keyword") if (tag := " ".join(one.text().split())))
        for one in node.below("classification"):
            purpose = next(one.below("purpose"), None)
            value = next(one.below("id"), None)
            told = "" if purpose is None else next((v.text() for v in purpose.below("value")), purpose.text()).strip()
            code = "" if value is None else value.text().strip()
            if told == "competency":
                self.competency = code
            elif told == "skill level" and code in ("1", "2", "3"):
                self.level = int(code)

    def told(self, question: Question) -> Question:
        return replace(question, tags=self.tags, competency=self.competency, level=self.level)


def _read_item(source: bytes, report: Report, names: Names, resource: Resource) -> Iterator[Question]:
    where = f"{report.file}/{resource.href}" if resource.href != report.file else report.file
    if len(source) > LARGEST_ITEM:
        raise NotValid("questions.packed_too_large", file=where)
    inner = Report(where)
    lost: set[str] = set()
    stem = Path(resource.href).stem
    root = taken(lambda: whole_tree(BytesIO(source), file=where), inner, name=stem, line=1)
    question = None
    if root is not None:
        question = taken(lambda: question_of_item(root, lost, fallback=stem), inner, name=stem, line=root.line)
    for note in inner.notes:
        report.leave_out(note.question, note.refusal)
    if question is not None:
        report.lose(question.id, lost)
        yield resource.told(replace(question, id=names.fresh(question.id)))


def _check_archive(archive: zipfile.ZipFile, file: str) -> None:
    """Before anything is unpacked: names that lead out, and packages that would unpack to far more than they are."""
    parts = archive.infolist()
    for one in parts:
        if _UNSAFE.search(one.filename) or _UNSAFE.search(one.orig_filename):
            raise NotValid("questions.unsafe_name", file=file, name=one.filename)
    unpacked = sum(one.file_size for one in parts)
    bombs = (
        one for one in parts if one.file_size > SMALL and one.file_size > LARGEST_RATIO * max(1, one.compress_size)
    )
    if len(parts) > MOST_FILES or unpacked > LARGEST_WHOLE or next(bombs, None):
        raise NotValid("questions.packed_too_large", file=file)


def _bytes(archive: zipfile.ZipFile, name: str, most: int, file: str) -> bytes:
    """No more than was said, whatever a header says."""
    try:
        with archive.open(name) as stream:
            found = stream.read(most + 1)
    except KeyError:
        raise NotValid("questions.part_missing", file=file, name=name) from None
    if len(found) > most:
        raise NotValid("questions.packed_too_large", file=f"{file}/{name}")
    return found


def _resources(archive: zipfile.ZipFile, file: str) -> Iterator[Resource]:
    """In the manifest's order."""
    names = [one for one in archive.namelist() if one.rpartition("/")[2] == MANIFEST]
    if not names:
        raise NotValid("questions.no_manifest", file=file)
    place = min(names, key=len)
    folder = place.removesuffix(MANIFEST)
    root = whole_tree(BytesIO(_bytes(archive, place, LARGEST_MANIFEST, file)), file=f"{file}/{place}")
    for one in root.below("resource"):
        href = unquote(one.attrs.get("href", ""))
        if not _is_item(one.attrs.get("type", "")) or not href:
            continue
        if _UNSAFE.search(href) or "://" in href:
            raise NotValid("questions.unsafe_name", file=file, name=href, line=one.line)
        yield Resource(folder + href, one)


def _is_item(kind: str) -> bool:
    return kind.startswith(("imsqti_item_xml", "imsqti_apipitem_xml"))


def write_qti_package(
    stream: BinaryIO, questions: Iterable[Question], report: Report, *, language: str, version: Version
) -> int:
    """How many items there are in it."""
    resources: list[str] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for question in questions:
            told = taken(
                partial(item_of, question, report, language=language, version=version),
                report,
                name=question.id,
                line=0,
            )
            if told is None:
                continue
            code = f"item_{len(resources) + 1:05}"
            archive.writestr(_entry(f"items/{code}.xml"), told)
            resources.append(_resource(question, code, version))
        archive.writestr(_entry(MANIFEST), _manifest(resources, version))
    return len(resources)


def _entry(name: str) -> zipfile.ZipInfo:
    """Of one fixed day: the same questions give the same file."""
    found = zipfile.ZipInfo(name, _DAY)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def _resource(question: Question, code: str, version: Version) -> str:
    href = f"items/{code}.xml"
    return (
        f'<resource identifier="{code}" type="{version.kind}" href="{href}">{_metadata(question)}'
        f'<file href="{href}"/></resource>'
    )


def _metadata(question: Question) -> str:
    """Learning Object Metadata, as the standard has them in a manifest."""
    language = quoted(question.language or "x-none")
    words = "".join(
        f'<keyword><string language="{language}">{escaped(one)}</string></keyword>' for one in question.tags
    )
    told = f"<general>{words}</general>" if words else ""
    told += _class("competency", question.competency) if question.competency else ""
    told += _class("skill level", str(question.level)) if question.level else ""
    return f'<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM">{told}</lom></metadata>' if told else ""


def _class(purpose: str, code: str) -> str:
    return (
        f"<classification><purpose><source>LOMv1.0</source><value>{purpose}</value></purpose>"
        f"<taxonPath><taxon><id>{escaped(code)}</id></taxon></taxonPath></classification>"
    )


def _manifest(resources: list[str], version: Version) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="{version.package}" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{version.package} {version.package_schema}" '
        f'identifier="questions"><metadata><schema>{version.package_name}</schema>'
        f"<schemaversion>{version.package_version}</schemaversion></metadata><organizations/>"
        f"<resources>{''.join(resources)}</resources></manifest>\n"
    )
