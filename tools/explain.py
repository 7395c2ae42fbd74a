"""Draws the pictures of the explain pages anew, from the commands that stand on them."""

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    from hengcai.cli.program import run
    from tests.docs.pages import explained

    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - to the end of the program
    for language in ("zh", "en"):
        os.environ["HENGCAI_LANGUAGE"] = language
        for page in explained(language):
            steps = [step for step in page.steps if "--plot" in step.told]
            for step, picture in zip(steps, page.pictures, strict=True):
                with tempfile.TemporaryDirectory() as folder:
                    made = Path(folder) / "made.svg"
                    words = re.sub(r"--plot \S+", f"--plot {made}", step.words)
                    if run(shlex.split(words)[1:]):
                        sys.exit(f"failed: {words}")
                    picture.parent.mkdir(parents=True, exist_ok=True)
                    picture.write_text(made.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
