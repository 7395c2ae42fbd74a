"""Reads an explain page: its commands, what it shows of their output, its pictures and the figures of its prose."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+\.svg)\)")
FIGURE = re.compile(r"(?<![A-Za-z0-9_.])\d+\.\d{2,}(?![A-Za-z0-9_.])")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# rules of thumb and people made up for an argument
KNOWN = {"0.667", "0.80", "0.05", "0.15", "0.95", "0.25", "3.48", "3.52"}


@dataclass(frozen=True)
class Step:
    """One command and the text shown under it, if any."""

    told: str
    shown: str | None

    @property
    def words(self) -> str:
        return self.told.replace("\\\n", " ").strip()


@dataclass(frozen=True)
class Page:
    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def language(self) -> str:
        return self.path.relative_to(ROOT / "docs").parts[0]

    @property
    def steps(self) -> list[Step]:
        blocks = FENCE.findall(self.text)
        steps = []
        for (kind, told), after in pairwise([*blocks, ("", "")]):
            if kind == "sh":
                steps.append(Step(told, after[1] if after[0] == "text" else None))
        return steps

    @property
    def pictures(self) -> list[Path]:
        return [(self.path.parent / name).resolve() for name in PICTURE.findall(self.text)]

    @property
    def prose(self) -> str:
        return FENCE.sub("", self.text)

    @property
    def quoted(self) -> set[str]:
        """Figures with two decimals or more that the prose names, besides rules of thumb."""
        return {figure for figure in FIGURE.findall(self.prose) if figure not in KNOWN}

    @property
    def shown_numbers(self) -> list[str]:
        return [number for step in self.steps for number in NUMBER.findall(f"{step.shown} {step.told}")]


def explained(language: str) -> list[Page]:
    """Pages that run something."""
    found = [Page(path) for path in sorted((ROOT / "docs" / language / "explain").glob("*.md"))]
    return [page for page in found if any("docs/examples" in step.told for step in page.steps)]


def is_within(shown: str, output: str) -> str | None:
    """None when each shown line stands in the output in that order (`…` for what was left out), else the line that does not."""
    place, rest = 0, [" ".join(line.split()) for line in output.splitlines()]
    for line in shown.splitlines():
        wanted = " ".join(line.split())
        if wanted in {"…", ""}:
            continue
        pattern = re.compile(".*".join(re.escape(part.strip()) for part in wanted.split("…")))
        while place < len(rest) and not pattern.fullmatch(rest[place]):
            place += 1
        if place == len(rest):
            return line
        place += 1
    return None


def is_shown(figure: str, numbers: list[str]) -> bool:
    """A figure is quoted when rounding a shown number gives it; signs are told in words."""
    decimals = len(figure.split(".")[1])
    return any(f"{abs(float(number)):.{decimals}f}" == figure for number in numbers)
