"""Which SCORM packages are there to be played: whoever keeps them says so at start."""

from collections.abc import Callable, Collection, Iterable

from hengcai.base.errors import NotValid

KNOWN: list[Callable[[Collection[str]], Collection[str]]] = []  # of these codes, those that can be played


def check_packages(codes: Iterable[str]) -> None:
    wanted = set(codes)
    known = {code for ask in KNOWN for code in ask(wanted)} if wanted else set()
    if missing := sorted(wanted - known):
        raise NotValid("training.course_package_unknown", package=missing[0][:40])
