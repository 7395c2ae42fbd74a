"""Granian, one worker process with threads, and the embedded worker beside it."""

import os


def serve(*, host: str, port: int) -> int:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ["HENGCAI_EMBEDDED_WORKER"] = "1"
    server = Granian(
        "hengcai.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.serve()
    return 0
