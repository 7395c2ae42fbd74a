"""Whether the worker that `hengcai serve` started is alive: it touches a file, the web server looks at its age."""

import os
import threading
import time
from pathlib import Path

BEAT_SECONDS = 5.0
SILENT_SECONDS = 40.0
PULSE = "HENGCAI_WORKER_PULSE"  # set by `serve` for both of its children; elsewhere the worker is somebody else's care


def beating(of: threading.Thread) -> None:
    """Touches the file as long as the given thread lives, from a thread of its own: a step of work may be long."""
    path = os.environ.get(PULSE)
    if path:
        threading.Thread(target=_beat, args=(Path(path), of), name="hengcai-pulse", daemon=True).start()


def _beat(path: Path, of: threading.Thread) -> None:
    while of.is_alive():
        path.touch()
        time.sleep(BEAT_SECONDS)


def is_alive() -> bool:
    """True also where no worker was started here."""
    path = os.environ.get(PULSE)
    if not path:
        return True
    try:
        return time.time() - Path(path).stat().st_mtime < SILENT_SECONDS
    except FileNotFoundError:
        return False
