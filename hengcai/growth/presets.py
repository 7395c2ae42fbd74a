"""Ladders that ship: files of `seeds`, in our own words."""

from pathlib import Path

FOLDER = Path(__file__).parent / "seeds"


def codes() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def text_of(code: str) -> str:
    return (FOLDER / f"{code}.yaml").read_text("utf-8")
