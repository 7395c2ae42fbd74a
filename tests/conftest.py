"""A home of its own for the tests, plain static files, and real data only where the folder is there."""

import gc
import os
import pickle
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

# how long an example takes says how busy the machine is, not whether the code is right
examples.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("house")

DEAREST = {"test_permissions.py", "test_every_page.py", "test_form_edges.py", "test_on_postgres.py"}


def pytest_configure(config):
    """Plain static files for good: a browser's late request would find the others between two tests, and keep them.
    What is uploaded goes to a folder that is taken away at the end."""
    from django.conf import settings

    media = TemporaryDirectory(prefix="hengcai-media-")
    config.add_cleanup(media.cleanup)
    settings.MEDIA_ROOT = Path(media.name)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.WHITENOISE_AUTOREFRESH = True
    settings.RECHECK_SHARE = Fraction(0)  # drawn where it is the matter
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def _read_shipped_files_once():
    """Hundreds of tests stand on the library and the scorecards that come with the program: each file is parsed once."""
    from hengcai.framework import shipped
    from hengcai.quality.actions import seeds

    shipped._read, seeds._read = _once(shipped._read), _once(seeds._read)


def _once(read: Callable[..., object]) -> Callable[..., object]:
    """What was read before, as a copy of one's own."""
    kept = cache(lambda name: pickle.dumps(read(name)))
    return lambda name: pickle.loads(kept(name))  # noqa: S301 - written a moment ago by ourselves


def pytest_collection_modifyitems(items):
    """The dearest files first: begun last, they would leave one of two workers idle for minutes."""
    items.sort(key=lambda item: item.path.name not in DEAREST)


def pytest_collection_finish(session):
    """What was imported stays to the end: collecting garbage among it again and again is an eighth of the time."""
    _read_shipped_files_once()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def _home_of_its_own(settings, tmp_path):
    settings.LAKE = str(tmp_path / "lake")
    settings.HOME = tmp_path


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real conversations and rating tables; a test that needs them skips where the folder is missing."""
    folder = Path(os.environ.get("HENGCAI_SHARED", Path(__file__).parent.parent.parent / "shared")).resolve()
    if not (folder / "data").is_dir():
        pytest.skip(f"real data not found: set HENGCAI_SHARED (looked in {folder})")
    return folder / "data"
