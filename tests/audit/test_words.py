"""Every act, thing and fault the log can hold has its sentence in both languages."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
from django.apps import apps

import hengcai
from hengcai.audit.action import GATES
from hengcai.audit.heads import SAVED
from hengcai.audit.words import FAULTS
from hengcai.base import say
from hengcai.insight.queries.person import READ
from tests.audit.test_tampering import FOUND, WHERE_ANYTHING_FITS

SOURCE = Path(hengcai.__file__).parent
NOTES = {"note", "noted", "_note"}
CONSTANTS = {"READ": READ, "SAVED": SAVED, "heads.SAVED": SAVED}


def registered(kind: str) -> dict[str, tuple[str, str]]:
    """What packages say of their own acts and rows stands beside what the log itself knows."""
    start = f"audit.{kind}."
    known = {code: texts for code, texts in say._ALL.items() if code.startswith(start)}
    return {code.removeprefix(start): (texts["zh"], texts["en"]) for code, texts in known.items()}


ACTS, THINGS = registered("did"), registered("thing")


def acts() -> set[str]:
    for module in pkgutil.walk_packages(hengcai.__path__, "hengcai."):
        if ".actions" in module.name:
            importlib.import_module(module.name)
    return {name.rsplit(".", 1)[1] for name in GATES if name.startswith("hengcai.")}


def noted() -> set[str]:
    """First arguments of all calls that note a reading, where they are written out or a known constant."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for call in (one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.Call)):
            if ast.unparse(call.func) in NOTES and len(call.args) > 1:
                first = call.args[0]
                name = first.value if isinstance(first, ast.Constant) else CONSTANTS.get(ast.unparse(first))
                if name is not None:
                    found.add(str(name))
    return found


def test_every_act_has_its_sentence():
    assert "send_rating" in acts()
    assert acts() - ACTS.keys() == set()


def test_every_reading_that_is_noted_has_its_sentence():
    assert {"read_result", "read_form", "open_contact", "export_person", SAVED} <= noted()
    assert {name for name in noted() if name.isidentifier()} - ACTS.keys() == set()


def test_no_sentence_is_of_an_act_there_is_not():
    assert ACTS.keys() - acts() - noted() == set()


def test_every_kind_of_row_has_its_name():
    rows = {model._meta.label_lower for model in apps.get_models() if model.__module__.startswith("hengcai.")}
    assert rows == THINGS.keys()


def test_every_fault_is_told():
    rare = {"values_alone", "number"}  # of rows the database itself would not take
    assert {code for _tamper, code in (FOUND | WHERE_ANYTHING_FITS).values()} | rare == FAULTS.keys()


@pytest.mark.parametrize("told", [ACTS, THINGS, FAULTS])
def test_no_two_of_a_kind_read_the_same(told):
    for tongue in (0, 1):
        texts = [both[tongue] for both in told.values()]
        assert len(texts) == len(set(texts))
