"""Whether a lock holds all that its packages ask for: `python tools/locks.py app dev` in the environment made from them.

pip takes a hashed lock whole or not at all: an extra that a dependency asks for and no line names, or a dependency that
is in no line, is refused as soon as something newer than the locked version is published. What is installed knows what
it asks for, so it is asked.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
Pins = dict[str, Requirement]


def lines(path: Path) -> list[str]:
    """One requirement a line, hashes and all."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def misshapen(lock: Path) -> list[str]:
    """Lines that are not one exact version with its hashes; an address is never one."""
    return [f"{lock.name}: not one version with hashes: {line[:80]}" for line in lines(lock) if not _is_pin(line)]


def _is_pin(line: str) -> bool:
    written, *hashes = line.split(" --hash=sha256:")
    try:
        asked = Requirement(written.strip())
    except InvalidRequirement:
        return False
    exact = [one for one in asked.specifier if one.operator == "==" and not one.version.endswith(".*")]
    return bool(hashes) and asked.url is None and len(exact) == len(asked.specifier) == 1


def pins_here(lock: Path) -> Pins:
    """The lines that apply to this Python and machine, by name."""
    found = (Requirement(line.split(" --hash=")[0].strip()) for line in lines(lock))
    return {canonicalize_name(pin.name): pin for pin in found if _applies(pin, {""})}


def faults(lock: Path, site: Sequence[str] | None = None) -> list[str]:
    """What is asked for, by the file of wishes beside the lock or by what is installed, and not locked as asked."""
    if wrong := misshapen(lock):
        return wrong
    pins, installed = pins_here(lock), _installed(site)
    found = []
    for name, pin in pins.items():
        if name not in installed:
            found.append(f"{lock.name}: {name} is not installed")
        elif not pin.specifier.contains(installed[name].version, prereleases=True):
            found.append(f"{lock.name}: {name} is installed as {installed[name].version}, locked as {pin.specifier}")
    for asker, asked in [*_wishes(lock), *_dependencies(pins, installed)]:
        held = pins.get(canonicalize_name(asked.name))
        if held is None or asked.extras - held.extras or not asked.specifier.contains(_version(held), prereleases=True):
            found.append(f"{lock.name}: {asker} asks for {asked}, locked is {_without_marker(held)}")
    return found


def _wishes(lock: Path) -> Iterator[tuple[str, Requirement]]:
    wishes = lock.with_suffix(".in")
    for line in lines(wishes):
        if not line.startswith("-"):
            yield wishes.name, Requirement(line)


def _dependencies(pins: Pins, installed: dict[str, Distribution]) -> Iterator[tuple[str, Requirement]]:
    """Of every pin that is installed, with the extras its line names."""
    for name, pin in pins.items():
        for text in (installed[name].requires or ()) if name in installed else ():
            asked = Requirement(text)
            if _applies(asked, {"", *pin.extras}):
                yield name, asked


def _applies(asked: Requirement, extras: set[str]) -> bool:
    return asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in extras)


def _installed(site: Sequence[str] | None) -> dict[str, Distribution]:
    """The first of a name on the way is the one that Python imports."""
    found: dict[str, Distribution] = {}
    for one in distributions() if site is None else distributions(path=list(site)):
        found.setdefault(canonicalize_name(one.name), one)
    return found


def _version(pin: Requirement) -> str:
    return next(iter(pin.specifier)).version


def _without_marker(pin: Requirement | None) -> str:
    return "nothing" if pin is None else str(pin).split(";")[0].strip()


def main(names: Sequence[str]) -> int:
    found = [fault for name in names for fault in faults(FOLDER / f"{name}.txt")]
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
