"""lifelines, an optional extra, loaded only where a curve or a hazard is asked for."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from hengcai.measurement.errors import MeasurementRefusal


class LibraryMissing(MeasurementRefusal):
    """An optional part of the installation that this figure needs."""


def lifelines(part: str = "") -> Any:
    """The library or one of its modules; a refusal that says what to install where it is not there."""
    try:
        with quiet():
            return import_module(f"lifelines{'.' if part else ''}{part}")
    except ImportError:
        raise LibraryMissing("survival.lifelines_missing", install='pip install "lifelines==0.30.*"') from None


@contextmanager
def quiet() -> Iterator[list[warnings.WarningMessage]]:
    """Warnings are collected: what matters of them becomes a caution."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        yield heard
