"""What the set-up does on machines that lack something: each thing looked for apart, failures told in one line."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("sh", "grep", "head", "mktemp", "rm", "ls", "ln")
ASKED = ("browser=browser-package", "printer=printer-package", "cjk-font=font-package")


class Machine:
    """A path of programs of its own: apt-get as the test makes it, nothing else but what the script and these tests run."""

    def __init__(self, folder: Path):
        self.folder, self.log = folder / "bin", folder / "log"
        self.folder.mkdir()
        for name in NEEDED:
            (self.folder / name).symlink_to(shutil.which(name))

    def has(self, name, script="true"):
        (self.folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.folder / name).chmod(0o755)

    def has_apt(self, script, user=0):
        self.has("apt-get", f'echo "$@" >>{self.log}; [ "$1" = update ] && exit 0\n{script}')
        self.has("id", f"echo {user}")

    def put_there(self):
        return subprocess.run(
            ["/bin/sh", ROOT / "tools" / "debian.sh", *ASKED],
            env={**os.environ, "PATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_each_missing_package_is_installed_and_no_other(machine):
    machine.has("browser")
    machine.has("fc-list", "echo A Latin font")
    machine.has_apt(
        f"echo 'echo Noto Sans CJK' >>{machine.folder}/fc-list\nln -s {machine.folder}/browser {machine.folder}/printer"
    )
    done = machine.put_there()
    assert (done.returncode, done.stderr) == (0, "")
    assert machine.log.read_text().splitlines()[-1].endswith("--no-install-recommends printer-package font-package")


def test_nothing_missing_asks_for_nothing(machine):
    machine.has("browser")
    machine.has("printer")
    machine.has("fc-list", "echo Noto Sans CJK")
    machine.has_apt("exit 1")
    assert machine.put_there().returncode == 0
    assert not machine.log.exists()


def test_what_apt_cannot_install_is_told_in_one_line_and_fails(machine):
    machine.has("browser")
    machine.has_apt("echo 'E: Unable to locate package printer-package' >&2; exit 100")
    done = machine.put_there()
    said = "apt-get could not install printer-package font-package: E: Unable to locate package printer-package\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_what_is_still_missing_after_apt_fails(machine):
    machine.has("printer")
    machine.has("fc-list", "echo Noto Sans CJK")
    machine.has_apt("exit 0")
    done = machine.put_there()
    assert (done.returncode, done.stderr) == (1, "installed by apt-get and still not found: browser-package\n")


def test_without_apt_or_the_right_to_use_it_that_is_told(machine):
    bare = machine.put_there()
    machine.has_apt("exit 0", user=1000)
    other = machine.put_there()
    said = "missing, and apt-get is not at hand for this user: browser-package printer-package font-package\n"
    assert (bare.returncode, bare.stderr) == (other.returncode, other.stderr) == (2, said)
