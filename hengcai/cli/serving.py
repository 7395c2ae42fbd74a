"""Granian, one worker process with threads, and the embedded worker beside it."""

import os
from typing import Any


def serve(*, host: str, port: int) -> int:
    from granian.constants import Interfaces
    from granian.server.embed import Server  # noqa: F401 - says early when the server is not installed

    return _run(host, port, Interfaces.WSGI)


def _run(host: str, port: int, interface: Any) -> int:
    from granian import Granian

    os.environ["HENGCAI_EMBEDDED_WORKER"] = "1"
    server = Granian("hengcai.wsgi:application", address=host, port=port, interface=interface, workers=1,
                     blocking_threads=8, log_level="warning", respawn_failed_workers=True)  # fmt: skip
    server.serve()
    return 0
