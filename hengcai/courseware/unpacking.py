"""A package that is sent in: looked through while it is still packed, then laid under the media folder by number."""

import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.base import zips
from hengcai.base.errors import NotValid
from hengcai.base.received import Upload, written
from hengcai.courseware import permissions
from hengcai.courseware.actions.packages import Filed, Unpacked, add_package, remove_package
from hengcai.courseware.models import Package, PackageFile
from hengcai.courseware.rules import archive as rules
from hengcai.courseware.rules.manifest import Manifest, path_of, read_manifest
from hengcai.courseware.rules.pages import has_frames, is_page

FOLDER = "courseware"
BESIDE = 100_000  # bytes a form may have besides its file
LOCKED, BLOCK = 1, 1 << 20
DAMAGED = (*zips.DAMAGED, ValueError)


def check_request(told: int) -> None:
    """By what a request says of itself, before any of it is read."""
    rules.check_size(max(told - BESIDE, 0))


def receive_package(centre: Centre, upload: Upload | None, *, by: User, name: str) -> Package:
    """What is refused leaves nothing behind."""
    permissions.ADD.enter(centre, by)
    if upload is None:
        raise NotValid("courseware.file_missing", column="file")
    rules.check_size(upload.size or 0)
    folder = f"{FOLDER}/{secrets.token_hex(12)}"
    path_to(folder).mkdir(parents=True)
    try:
        return _received(centre, upload, folder, by=by, name=name)
    except BaseException:
        shutil.rmtree(path_to(folder), ignore_errors=True)
        raise


def take_out(package: Package, *, by: User) -> None:
    remove_package(package, by=by)
    shutil.rmtree(path_to(package.folder), ignore_errors=True)


def path_to(place: str) -> Path:
    return Path(settings.MEDIA_ROOT) / place


def path_of_file(file: PackageFile) -> Path:
    return path_to(file.package.folder) / str(file.number)


def look_through(path: Path) -> Manifest:
    """What a package would be taken for; nothing is kept."""
    with _opened(path) as archive:
        return _looked_through(archive)[0]


def _received(centre: Centre, upload: Upload, folder: str, *, by: User, name: str) -> Package:
    packed = path_to(folder) / "packed"
    size, digest = written(packed, b"", upload.chunks(), check=rules.check_size)
    with _opened(packed) as archive:
        manifest, belonging = _looked_through(archive)
        try:
            files = [_laid_out(archive, info, path, n, folder) for n, (path, info) in enumerate(belonging.items())]
        except DAMAGED as wrong:
            raise NotValid("courseware.zip_damaged") from wrong
    packed.unlink()
    unpacked = Unpacked(
        manifest=manifest, files=files, folder=folder, file_name=name[-200:], size=size, digest=digest,
        has_frames=_frames_in(manifest, files, folder),
    )  # fmt: skip
    return add_package(centre, by=by, unpacked=unpacked)


class _Opened:
    """A zip, or the one sentence there is of a damaged one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> ZipFile:
        try:
            self._archive = ZipFile(self._path)
        except DAMAGED as wrong:
            raise NotValid("courseware.zip_damaged") from wrong
        return self._archive

    def __exit__(self, *_told: object) -> None:
        self._archive.close()


def _opened(path: Path) -> _Opened:
    return _Opened(path)


def _looked_through(archive: ZipFile) -> tuple[Manifest, dict[str, ZipInfo]]:
    named = [(_entry(one), one) for one in archive.infolist()]
    rules.check_entries([entry for entry, _info in named])
    above = rules.folder_of_manifest([entry.name for entry, _info in named])
    rows = [(rules.inside(entry.name, above), info) for entry, info in named if not entry.is_folder]
    files = {path: info for path, info in rows if path}
    manifest = read_manifest(_manifest_in(archive, files))
    _check_pages(manifest, files)
    return manifest, files


def _entry(info: ZipInfo) -> rules.Packed:
    name = rules.written_name(info.orig_filename, flags=info.flag_bits)
    mode = info.external_attr >> 16
    return rules.Packed(name, info.file_size, info.compress_size, mode, bool(info.flag_bits & LOCKED))


def _manifest_in(archive: ZipFile, files: dict[str, ZipInfo]) -> bytes:
    info = next(info for path, info in files.items() if path.lower() == rules.MANIFEST)
    try:
        with archive.open(info) as stream:
            return stream.read((4 << 20) + 1)
    except DAMAGED as wrong:
        raise NotValid("courseware.zip_damaged") from wrong


def _check_pages(manifest: Manifest, files: Iterable[str]) -> None:
    """Each part leads to a file that is there."""
    there = {path.casefold() for path in files}
    for part in manifest.parts:
        if path_of(part.href).casefold() not in there:
            raise NotValid("courseware.page_missing", title=part.title[:80], href=part.href[:80])


def _laid_out(archive: ZipFile, info: ZipInfo, path: str, number: int, folder: str) -> Filed:
    """No more of it than its entry said, whatever comes out."""
    taken = 0
    with archive.open(info) as stream, (path_to(folder) / str(number)).open("wb") as out:
        while block := stream.read(BLOCK):
            taken += len(block)
            if taken > info.file_size:
                raise NotValid("courseware.zip_damaged")
            out.write(block)
    return Filed(path, number, taken)


def _frames_in(manifest: Manifest, files: Iterable[Filed], folder: str) -> bool:
    starts = {path_of(one.href).casefold() for one in manifest.parts}
    pages = [one for one in files if one.path.casefold() in starts and is_page(one.path)]
    return any(has_frames((path_to(folder) / str(one.number)).read_bytes()[:BLOCK]) for one in pages)


@dataclass(frozen=True)
class OnDisk:
    """A file of this machine, taken as one that was sent."""

    path: Path

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    def chunks(self) -> Iterable[bytes]:
        with self.path.open("rb") as stream:
            while block := stream.read(BLOCK):
                yield block
