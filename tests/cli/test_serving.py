"""The server itself: starts on an empty home, answers, stays small, and leaves heavy libraries alone."""

import os
import signal
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


def serving(home: Path):
    port = free_port()
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(home)}
    command = [sys.executable, "-m", "hengcai", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, process_group=0)  # as a shell starts it
    yield process, f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


@pytest.fixture
def server(tmp_path):
    yield from serving(tmp_path)


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


KEPT = """
from hengcai.wsgi import application
from django.db import connection
with connection.cursor() as cursor:
    size = cursor.execute("PRAGMA cache_size").fetchone()[0]
print(size, connection.settings_dict["CONN_MAX_AGE"], connection.settings_dict["OPTIONS"]["cached_statements"])
"""


def test_the_server_keeps_its_connections_open_and_small(tmp_path):
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", KEPT], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["-500", "60", "24"]


def worker_of(pid: int) -> int:
    return next(one for one in family(pid) if b"worker" in Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0"))


def web_of(pid: int) -> int:
    return next(one for one in family(pid)[1:] if one != worker_of(pid))


def until(holds, seconds: float = 60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if holds():
                return
        except (OSError, StopIteration):
            pass
        time.sleep(0.2)
    raise AssertionError("did not come true in time")


@pytest.mark.slow
def test_ctrl_c_reaches_every_process_of_a_terminal_and_ends_the_server_at_once(server):
    process, address = server
    answered(f"{address}/healthz")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(8) == 0


@pytest.mark.slow
def test_a_killed_worker_is_started_again(server):
    process, address = server
    answered(f"{address}/healthz")
    until(lambda: worker_of(process.pid))
    killed = worker_of(process.pid)
    os.kill(killed, signal.SIGKILL)
    until(lambda: worker_of(process.pid) != killed)
    assert worker_of(process.pid) != killed


@pytest.mark.slow
def test_a_worker_whose_server_was_killed_ends_by_itself(server):
    process, address = server
    answered(f"{address}/healthz")
    until(lambda: worker_of(process.pid))
    worker, web = worker_of(process.pid), web_of(process.pid)
    until(lambda: b"serving" not in Path(f"/proc/{worker}/cmdline").read_bytes())
    time.sleep(3)  # until it has taken up its work
    process.kill()
    os.kill(web, signal.SIGKILL)
    until(lambda: not Path(f"/proc/{worker}").exists(), seconds=30)
    assert not Path(f"/proc/{worker}").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (lambda port: ["--port", port], ": Address already in use"),
        (lambda port: ["--port", port, "--host", "no.such.host.invalid"], "cannot listen on"),
        (lambda _port: ["--port", "70000"], "The port must be between 1 and 65535, not 70000"),
    ],
)
def test_where_it_cannot_listen_it_says_so_at_once_and_starts_nothing(tmp_path, options, said):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "hengcai", "serve", *options(str(taken.getsockname()[1]))]
        environment = {**ENVIRONMENT, "HENGCAI_HOME": str(tmp_path / "home"), "HENGCAI_LANGUAGE": "en"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "home").exists()


def test_starting_up_leaves_heavy_libraries_alone():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'hengcai.settings'\n"
        "import hengcai.wsgi, hengcai.urls\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert done.stdout.strip() == "[]"
