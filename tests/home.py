"""Loaded before Django reads its settings: the tests have a home of their own and never touch var/."""

import os
import tempfile
from pathlib import Path

if "HENGCAI_TESTS_HOME" not in os.environ:
    os.environ["HENGCAI_TESTS_HOME"] = tempfile.mkdtemp(prefix="hengcai-tests-")
FONTS = Path(os.environ.get("HENGCAI_HOME") or Path(__file__).resolve().parent.parent / "var") / "assets"
home = Path(os.environ["HENGCAI_TESTS_HOME"])
(home / "static").mkdir(parents=True, exist_ok=True)
if FONTS.exists() and not (home / "assets").exists():
    (home / "assets").symlink_to(FONTS, target_is_directory=True)
os.environ["HENGCAI_HOME"] = str(home)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does
os.environ.setdefault("HENGCAI_SECRET_KEY", "tests-only")
os.environ.pop("HENGCAI_DATABASE_URL", None)
if "HENGCAI_TESTS_DATABASE_URL" in os.environ:
    os.environ["HENGCAI_DATABASE_URL"] = os.environ["HENGCAI_TESTS_DATABASE_URL"]
