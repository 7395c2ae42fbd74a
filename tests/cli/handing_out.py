"""Copies of all that is held on one person, as the command line hands them out."""

import io
import json
from zipfile import ZipFile

from hengcai.cli.program import run


def handed_out(folder, number, name="person.json") -> bytes:
    assert run(["export", "person", "--person", number, "--to", str(folder / name)]) == 0
    return (folder / name).read_bytes()


def held(folder, number) -> dict:
    return json.loads(handed_out(folder, number))


def unpacked(folder, number) -> dict[str, str]:
    with ZipFile(io.BytesIO(handed_out(folder, number, "person.zip"))) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
