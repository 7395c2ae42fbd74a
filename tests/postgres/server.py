"""A PostgreSQL of the tests' own: made in a temporary folder, on the loopback, gone with its data at the end."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER = "hengcai"
RUNNERS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
PACKAGED = Path("/usr/lib/postgresql")
SETTINGS = {
    "listen_addresses": "127.0.0.1", "max_connections": "40", "fsync": "off", "synchronous_commit": "off",
    "full_page_writes": "off", "lock_timeout": "20s",
}  # fmt: skip
START_SECONDS = 60


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first; None where there is none."""
    packaged = sorted(PACKAGED.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    wanted = ("initdb", "pg_ctl", "postgres")
    return next((path for path in (*packaged, *on_path) if all((path / name).exists() for name in wanted)), None)


@contextmanager
def running() -> Iterator[str]:
    """The address of a running server whose user may make databases."""
    folder = Path(tempfile.mkdtemp(prefix="hengcai-postgres-"))
    server = Server(_programs(), folder, _free_port(), secrets.token_hex(16))
    try:
        server.make()
        with server.started() as process:
            server.wait_for(process)
            yield server.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class Server:
    programs: Path
    folder: Path
    port: int
    password: str

    @property
    def url(self) -> str:
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/hengcai"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def make(self) -> None:
        """Bytes decide the order of texts, as they do in SQLite."""
        secret = self.folder / "password"
        secret.write_text(self.password)
        if os.geteuid() == 0:
            owner = pwd.getpwnam(_runner())
            for path in (self.folder, secret):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        how = ["--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C", "--no-sync"]
        self._run("initdb", "-D", str(self.data), "-U", USER, *how)

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[bytes]]:
        """A child of this process: where setpriv is at hand it goes when its parent is killed."""
        settings = {**SETTINGS, "port": str(self.port), "unix_socket_directories": str(self.folder)}
        options = [f"--{name}={value}" for name, value in settings.items()]
        command = [*_as_runner(), str(self.programs / "postgres"), "-D", str(self.data), *options]
        with (
            self._log("postgres").open("w") as out,
            subprocess.Popen(command, cwd=self.folder, stdout=out, stderr=out) as process,
        ):
            try:
                yield process
            finally:
                self.stop()

    def wait_for(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server did not start: {self._log('postgres').read_text()}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url.removesuffix("hengcai") + "postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [*_as_runner(), str(self.programs / program), *arguments]
        with self._log(program).open("w") as out:
            done = subprocess.run(command, cwd=self.folder, stdout=out, stderr=out, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {self._log(program).read_text()}")

    def _log(self, program: str) -> Path:
        return self.folder / f"{program}.log"


def _programs() -> Path:
    found = programs()
    if found is None:
        raise FileNotFoundError(f"no PostgreSQL server under {PACKAGED} or on the PATH")
    return found


def _as_runner() -> list[str]:
    """What to put in front of a command so that it does not run as root."""
    careful = ["setpriv", "--pdeathsig=QUIT"] if shutil.which("setpriv") else []
    if os.geteuid() != 0:
        return careful
    name = _runner()
    if careful:
        owner = pwd.getpwnam(name)
        return [*careful, f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    if shutil.which("runuser"):
        return ["runuser", "-u", name, "--"]
    return ["su", name, "-s", "/bin/sh", "-c", 'exec "$0" "$@"', "--"]


def _runner() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in RUNNERS if name in known)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
