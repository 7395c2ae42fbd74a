"""A file sent in through a page: streamed to the home folder, looked at, begun."""

import tempfile
from pathlib import Path

from hengcai.accounts.queries import the_centre
from hengcai.base.file_names import file_name
from hengcai.base.tables.mapping import read_mapping
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.importing import forget_upload
from hengcai.interactions.naming import look_by_headings
from hengcai.interactions.queries import open_run
from hengcai.interactions.sending import kept
from hengcai.interactions.tasks import queue_import


def begin(user, chosen, options):
    """Refuses what is wrong with the file before anything is begun."""
    mapping = mapping_in(chosen["mapping"]) if chosen["mapping"] else None
    path = kept(chosen["file"])
    try:
        file = look_by_headings(path, kind=chosen["kind"], mapping=mapping, options=options)
        earlier = open_run(file.key)
        run = start_import(the_centre(), by=user, file=file)
    except BaseException:
        path.unlink(missing_ok=True)
        path.parent.rmdir()
        raise
    if earlier is not None and earlier.path != run.path:
        forget_upload(earlier)
    queue_import(run, by=user)
    return run


def mapping_in(upload):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name(upload.name, "mapping.yaml")
        path.write_bytes(upload.read())
        return read_mapping(path)
