"""Minds two processes: Granian with the web server, and the worker, where heavy work takes and returns its memory."""

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

MINDER = "HENGCAI_MINDER"  # the process that started the worker and will start another
GROWN_MEGABYTES = 250
RESTART_SECONDS = 1.0
GOODBYE_SECONDS = 10  # told to end while it was still starting, a process may not have heard it


def serve(host: str, port: int, pulse: str) -> None:
    os.environ["HENGCAI_WORKER_PULSE"] = pulse
    os.environ[MINDER] = str(os.getpid())
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # glibc otherwise keeps a heap a thread, and gives none of them back
    Path(pulse).touch()
    minder = Minder()
    minder.start()
    try:
        _web(host, port)
    finally:
        minder.end()


class Minder(threading.Thread):
    """Starts the worker, and another whenever one ends: it ends by itself once a piece of work has made it large."""

    def __init__(self) -> None:
        super().__init__(name="hengcai-minder", daemon=True)
        self._ended = threading.Event()
        self._worker: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        while not self._ended.is_set():
            self._worker = subprocess.Popen([sys.executable, "-m", "hengcai", "worker"])
            self._worker.wait()
            self._ended.wait(RESTART_SECONDS)

    def end(self) -> None:
        """A worker in the middle of a step is killed in the end: its lease and cursor say where to go on."""
        self._ended.set()
        worker = self._worker
        if worker is None:
            return
        worker.terminate()
        try:
            worker.wait(GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            worker.kill()


def is_left_alone() -> bool:
    """For a worker started by `serve`: that one is gone, or there is too much memory to give back."""
    minder = os.environ.get(MINDER)
    return minder is not None and (os.getppid() != int(minder) or _peak_megabytes() > GROWN_MEGABYTES)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


def application() -> "WSGIHandler":
    """In the web server's process: Ctrl-C reaches the minder alone. Told to end twice, Granian's worker never ends."""
    os.setpgrp()
    from hengcai.wsgi import application

    return application


def _web(host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "hengcai.cli.serving:application",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=GOODBYE_SECONDS,
    )
    server.serve()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # until Granian listens for it
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
