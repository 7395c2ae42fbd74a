"""The server as a centre runs it, over a copy of what a test has made; it may be killed and started again."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.cli.test_serving import ENVIRONMENT, answered, free_port

TOKEN = "t" * 32


def is_free(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) != 0


def family(pid):
    """With all that it started and they started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [pid, *(one for child in found.stdout.split() for one in family(int(child)))]


def _note_migrations(copy):
    """Tests make their tables without migrations; the server would make them a second time."""
    copy.execute(
        "CREATE TABLE IF NOT EXISTS django_migrations"
        " (id INTEGER PRIMARY KEY AUTOINCREMENT, app TEXT NOT NULL, name TEXT NOT NULL, applied TEXT NOT NULL)"
    )
    known = {tuple(row) for row in copy.execute("SELECT app, name FROM django_migrations")}
    there = {
        (app.label, path.stem) for app in apps.get_app_configs() for path in Path(app.path).glob("migrations/[0-9]*.py")
    }
    rows = [(*one, "2026-01-01 00:00:00") for one in sorted(there - known)]
    copy.executemany("INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)", rows)


class Served:
    def __init__(self, home):
        self.home, self.port, self.process = home, free_port(), None
        self.address = f"http://127.0.0.1:{self.port}"
        with (
            sqlite3.connect(connection.settings_dict["NAME"]) as made,
            sqlite3.connect(home / "hengcai.sqlite3") as copy,
        ):
            made.backup(copy)
            _note_migrations(copy)
        self.start()

    def start(self):
        environment = {**ENVIRONMENT, "HENGCAI_HOME": str(self.home), "HENGCAI_SECRET_KEY": settings.SECRET_KEY}
        command = [sys.executable, "-m", "hengcai", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=environment, process_group=0)
        answered(f"{self.address}/healthz", 180)

    def kill(self):
        for pid in family(self.process.pid)[::-1]:
            os.kill(pid, signal.SIGKILL)
        self.process.wait(20)
        while not is_free(self.port):
            time.sleep(0.2)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def cpu_seconds(self):
        """All its processes together have used so far."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split() for pid in family(self.process.pid)]
        return sum(int(ticks) for one in stats for ticks in one[11:13]) / os.sysconf("SC_CLK_TCK")

    def rows(self, query, *given):
        with sqlite3.connect(self.home / "hengcai.sqlite3") as found:
            return found.execute(query, given).fetchall()


def signed_in(user):
    """The cookie of somebody who signed in before the copy was made."""
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value


def post(served, session, path, facts):
    """Status and body, as a browser's fetch has them."""
    asking = HTTPConnection("127.0.0.1", served.port, timeout=60)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={TOKEN}; hengcai_language=en",
    }
    asking.request("POST", path, urlencode({**facts, "csrfmiddlewaretoken": TOKEN}), headers)
    answer = asking.getresponse()
    try:
        return answer.status, answer.read().decode()
    finally:
        asking.close()
