"""Every form there is: whatever `FORM` a file in a package's `papers/` names, found when forms are first asked for."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from hengcai.base.errors import NotValid
from hengcai.paper.forms.form import Form


@cache
def forms() -> tuple[Form, ...]:
    """In their order."""
    found = sorted(_found(), key=lambda form: (form.order, form.code))
    if len({form.code for form in found}) < len(found):
        raise ValueError(f"two forms of one code: {[form.code for form in found]}")
    return tuple(found)


def form_called(code: str) -> Form:
    found = next((form for form in forms() if form.code == code), None)
    if found is None:
        raise NotValid("form.unknown", code=code)
    return found


def _found() -> Iterator[Form]:
    for package in apps.get_app_configs():
        if not package.name.startswith("hengcai.") or not module_has_submodule(package.module, "papers"):
            continue
        papers = import_module(f"{package.name}.papers")
        for file in iter_modules(papers.__path__):
            form = getattr(import_module(f"{papers.__name__}.{file.name}"), "FORM", None)
            if form is not None:
                yield form
