"""The server itself: starts on an empty home, answers, stays small, and leaves heavy libraries alone."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("HENGCAI")}
HEAVY = ("numpy", "scipy", "polars", "typst", "openpyxl", "xlsxwriter")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def server(tmp_path):
    port = free_port()
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-m", "hengcai", "serve", "--port", str(port)], env=environment)
    yield process, f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


def answered(url: str, seconds: float = 60) -> bytes:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def family(pid: int) -> list[int]:
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    return [pid, *(int(child) for child in children)]


def resident_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def test_an_idle_server_answers_and_stays_under_300_megabytes(server):
    process, address = server
    assert b'"status": "ok"' in answered(f"{address}/healthz")
    assert b"<form" in answered(f"{address}/account/login/")
    assert sum(resident_megabytes(pid) for pid in family(process.pid)) < 300


def test_starting_up_leaves_heavy_libraries_alone():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'hengcai.settings'\n"
        "import hengcai.wsgi, hengcai.urls\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert done.stdout.strip() == "[]"
