"""Draws the pictures of the explain pages anew, from the commands that stand on them."""

import contextlib
import io
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

    for language in ("zh", "en"):
        os.environ["HENGCAI_LANGUAGE"] = language
        for page in explained(language):
            steps = [step for step in page.steps if "--plot" in step.told]
            for step, picture in zip(steps, page.pictures, strict=True):
                with tempfile.TemporaryDirectory() as folder:
                    made = Path(folder) / "made.svg"
                    words = re.sub(r"--plot \S+", f"--plot {made}", step.words)
                    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
                        failed = run(shlex.split(words)[1:])
                    if failed:
                        sys.exit(f"{words}\n{told.getvalue()}")
                    picture.parent.mkdir(parents=True, exist_ok=True)
                    picture.write_text(made.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
