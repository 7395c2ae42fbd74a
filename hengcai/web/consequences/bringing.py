"""A file of bases as somebody uploads it: read whole, each refusal with its row."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hengcai.base.errors import NotValid
from hengcai.base.file_names import file_name
from hengcai.consequences.reading import read_bases


def bases_of(upload):
    if upload is None:
        raise NotValid("consequences.no_file")
    with TemporaryDirectory() as folder:
        path = Path(folder) / file_name(upload.name, "bases.csv")
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return read_bases(path)
