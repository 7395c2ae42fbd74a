"""The locks carry what their packages ask for, so that an installation does not end once something newer is published."""

import re
from pathlib import Path

import pytest

from tools import locks

LOCKS = sorted(locks.FOLDER.glob("*.txt"))
HASH = "--hash=sha256:" + 64 * "0"


@pytest.mark.parametrize("name", ["build", "app", "dev"])
def test_what_is_installed_here_asks_for_nothing_that_its_lock_lacks(name):
    assert locks.faults(locks.FOLDER / f"{name}.txt") == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_line_of_a_lock_is_one_version_with_hashes(lock):
    assert len(locks.lines(lock)) > 0
    assert locks.misshapen(lock) == []


def test_every_lock_has_its_wishes():
    assert [lock.stem for lock in LOCKS] == sorted(path.stem for path in locks.FOLDER.glob("*.in"))


def test_every_lock_is_made_again_by_the_same_tool():
    made = re.search(r"for name in ([a-z ]+);", (locks.FOLDER.parent / "tools" / "locks.sh").read_text("utf-8"))
    assert sorted(made[1].split()) == [lock.stem for lock in LOCKS]


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


class Place:
    """A made-up environment and its lock."""

    def __init__(self, folder: Path):
        self.site, self.lock = folder / "site", folder / "made.txt"
        self.lock.with_suffix(".in").write_text("")

    def installed(self, name, version, *asks, extras=()):
        folder = self.site / f"{name}-{version}.dist-info"
        folder.mkdir(parents=True)
        head = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}"]
        facts = [*head, *(f"Provides-Extra: {extra}" for extra in extras), *(f"Requires-Dist: {ask}" for ask in asks)]
        (folder / "METADATA").write_text("\n".join(facts) + "\n")

    def wished(self, *requirements):
        self.lock.with_suffix(".in").write_text("-c other.txt\n" + "".join(f"{one}\n" for one in requirements))

    def locked(self, *pins):
        self.lock.write_text("".join(f"{pin} \\\n    {HASH}\n" for pin in pins))

    def faults(self):
        return locks.faults(self.lock, [str(self.site)])


def test_a_lock_that_holds_everything_has_no_fault(place):
    place.installed("reports", "7.1", "measure[toml]>=7.10.6", "old-thing; python_version < '3'", "shown; extra == 'x'")
    place.installed("measure", "7.17", "tomli; extra == 'toml'", extras=["toml"])
    place.installed("tomli", "2.0")
    place.locked("reports==7.1", "measure[toml]==7.17", "tomli==2.0", "windows-only==1 ; sys_platform == 'never'")
    place.wished("reports")
    assert place.faults() == []


def test_an_extra_that_a_dependency_asks_for_stands_in_its_line(place):
    place.installed("reports", "7.1", "measure[toml]>=7.10.6")
    place.installed("measure", "7.17")
    place.locked("reports==7.1", "measure==7.17")
    assert place.faults() == ["made.txt: reports asks for measure[toml]>=7.10.6, locked is measure==7.17"]


def test_an_extra_that_we_ask_for_stands_in_its_line(place):
    place.installed("driver", "3.3")
    place.locked("driver==3.3")
    place.wished("driver[binary]==3.*")
    assert place.faults() == ["made.txt: made.in asks for driver[binary]==3.*, locked is driver==3.3"]


def test_what_an_extra_brings_is_locked_too(place):
    place.installed("driver", "3.3", 'driver-binary==3.3; extra == "binary"', extras=["binary"])
    place.locked("driver[binary]==3.3")
    assert place.faults() == ['made.txt: driver asks for driver-binary==3.3; extra == "binary", locked is nothing']


def test_a_dependency_locked_only_for_another_platform_is_missing_here(place):
    place.installed("clock", "1.0", "zones")
    place.locked("clock==1.0", "zones==2 ; sys_platform == 'never'")
    assert place.faults() == ["made.txt: clock asks for zones, locked is nothing"]


def test_a_locked_version_outside_what_is_asked_for_is_told(place):
    place.installed("clock", "1.0", "zones>=3")
    place.installed("zones", "2")
    place.locked("clock==1.0", "zones==2")
    assert place.faults() == ["made.txt: clock asks for zones>=3, locked is zones==2"]


def test_an_environment_that_is_not_the_lock_is_told(place):
    place.installed("clock", "1.1")
    place.locked("clock==1.0", "zones==2")
    assert place.faults() == [
        "made.txt: clock is installed as 1.1, locked as ==1.0",
        "made.txt: zones is not installed",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "clock==1.0",
        f"clock>=1.0 {HASH}",
        f"clock==1.* {HASH}",
        f"clock @ https://example.org/clock.whl {HASH}",
        "--index-url https://example.org/simple",
    ],
)
def test_a_line_without_one_version_and_hashes_is_told(place, line):
    place.lock.write_text(line + "\n")
    assert place.faults() == [f"made.txt: not one version with hashes: {line[:80]}"]
