"""One question from standard input, one answer to standard output. Run as a file: nothing of the program is imported."""

import json
import resource
import sys
import time
from typing import Any

CPU_SECONDS, MEMORY_BYTES, ANSWER_SECONDS = 5, 1_500_000_000, 2.5
SLICE_MS, MOST_LINES, LONGEST_LINE = 100.0, 200, 2000
Told = dict[str, Any]


class EndlessError(Exception):
    """No choice and no end within the time or the lines there are."""


class Run:
    """A story at some place, and what it says from there to the next choice."""

    def __init__(self, compiled: str) -> None:
        from bink.story import Story  # type: ignore[import-untyped]

        self.story: Any = Story(compiled)
        self.warnings: list[str] = []
        self.story.set_error_handler(self._heard)
        self.until = time.monotonic() + ANSWER_SECONDS

    def _heard(self, message: str, is_error: bool) -> None:  # noqa: FBT001 - as the engine calls it
        self.warnings.append(message[:300])

    def seed(self, seed: int) -> None:
        """The engine draws from what its state names."""
        state = json.loads(self.story.save_state())
        self.story.load_state(json.dumps({**state, "storySeed": seed, "previousRandom": 0}))

    def bind(self, given: Told) -> None:
        """What the story does not declare it does not get."""
        for name, value in given.items():
            try:
                self.story.set_variable(name, value)
            except RuntimeError:
                continue

    def line(self) -> Told:
        while not self.story.continue_async(SLICE_MS):
            if time.monotonic() > self.until:
                raise EndlessError
        text = self.story.get_current_text().strip()[:LONGEST_LINE]
        return {"text": text, "tags": list(self.story.get_current_tags())}

    def lines(self) -> list[Told]:
        found: list[Told] = []
        while self.story.can_continue():
            found.append(self.line())
            if len(found) > MOST_LINES or time.monotonic() > self.until:
                raise EndlessError
        return found

    def choices(self) -> list[Told]:
        offered = self.story.get_current_choices()
        texts = [offered[place] for place in range(len(offered))]
        tags = [list(offered.get_tags(place)) for place in range(len(offered))]
        paths = self._paths(texts)
        return [
            {"text": text.strip()[:LONGEST_LINE], "tags": tags[place], "after": self._after(place), "path": paths[place]}
            for place, text in enumerate(texts)
        ]  # fmt: skip

    def _paths(self, texts: list[str]) -> list[str]:
        """Where each leads, as the state names it; choices nobody sees stand between."""
        state = json.loads(self.story.save_state())
        kept = iter(state["flows"][state["currentFlowName"]]["currentChoices"])
        return [next((one["targetPath"] for one in kept if one["text"] == text), "") for text in texts]

    def _after(self, place: int) -> list[str]:
        """Tags behind `[ ]` belong to what is said once it is chosen: looked at, and gone back."""
        here, warned = self.story.save_state(), len(self.warnings)
        try:
            self.story.choose_choice_index(place)
            found = self.line()["tags"] if self.story.can_continue() else []
        except RuntimeError:
            found = []
        self.story.load_state(here)
        del self.warnings[warned:]
        return found

    def scene(self) -> Told:
        lines = self.lines()
        choices = self.choices()
        return {"lines": lines, "choices": choices, "state": self.story.save_state(), "warnings": self.warnings[:5]}


MOST_SCENES = 250


def walked(run: Run) -> Told:
    """Every scene there is, breadth first, as far as the limits allow; each names the one it comes from."""
    found, ahead, is_whole = [{**run.scene(), "parent": -1, "choice": -1}], [0], True
    while ahead:
        place = ahead.pop(0)
        for choice in range(len(found[place]["choices"])):
            if len(found) >= MOST_SCENES or time.monotonic() > run.until - 0.3:
                is_whole = False
                break
            run.story.load_state(found[place]["state"])
            run.story.choose_choice_index(choice)
            found.append({**run.scene(), "parent": place, "choice": choice})
            ahead.append(len(found) - 1)
    return {"scenes": [{**one, "state": ""} for one in found], "is_whole": is_whole}


def answered(asked: Told) -> Told:
    run = Run(asked["story"])
    if asked.get("walk"):
        run.seed(asked["seed"])
        return walked(run)
    if asked.get("state"):
        run.story.load_state(asked["state"])
    else:
        run.seed(asked["seed"])
    run.bind(asked.get("given", {}))
    if asked.get("choose") is not None:
        run.story.choose_choice_index(asked["choose"])
    return {**run.scene(), "global_tags": list(run.story.get_global_tags())}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    try:
        told = answered(json.load(sys.stdin))
    except EndlessError:
        told = {"problem": "endless"}
    except (RuntimeError, KeyError, ValueError, TypeError, MemoryError, RecursionError) as error:
        told = {"problem": "broken", "text": str(error)[:300]}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
