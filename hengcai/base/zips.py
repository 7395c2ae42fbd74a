"""What Python raises on a damaged or hostile zip, in one place, so that no reader forgets one of them."""

import lzma
import struct
import zlib
from zipfile import BadZipFile

DAMAGED = (
    BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, UnicodeError,
)  # fmt: skip
"""Names and comments in no coding, parts that are locked or packed in a way nobody reads, streams that break off."""
