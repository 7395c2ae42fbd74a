"""The house's own rules: what style alone would not keep for long."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from hengcai.audit.action import GATES

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for path in (ROOT / "hengcai").rglob("*.py") if "migrations" not in path.parts)
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
WRITES = {"save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create"}
DOMAIN = (
    "audit",
    "accounts",
    "framework",
    "people",
    "inbox",
    "evidence",
    "interactions",
    "quality",
    "appraisal",
    "insight",
)


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    long = [node.name for node in functions(path) if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]
    assert long == []


def action_modules() -> list[Path]:
    return [path for path in SOURCES if path.name == "actions.py" or "actions" in path.parts]


@pytest.mark.parametrize("path", action_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_public_action_has_a_gate(path):
    tree = ast.parse(path.read_text("utf-8"))
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
    bare = [n.name for n in public if not any("action" in ast.unparse(d) for d in n.decorator_list) and _writes(n)]
    assert bare == []


def _writes(node: ast.AST) -> bool:
    calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
    return any(isinstance(call, ast.Attribute) and call.attr in WRITES for call in calls)


def test_doors_hold_no_database_writes():
    found = []
    for path in SOURCES:
        if path.relative_to(ROOT).parts[1] not in {"web", "api", "cli", "insight"}:
            continue
        for call in (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)):
            if (
                isinstance(call.func, ast.Attribute)
                and call.func.attr in WRITES
                and "objects" in ast.unparse(call.func)
            ):
                found.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    assert found == []


def test_printed_forms_have_no_queries_of_their_own():
    """What stands on paper is read by the package's queries, so that paper and page cannot differ in who sees what."""
    papers = [path for path in SOURCES if "papers" in path.parts or path.relative_to(ROOT).parts[1] == "paper"]
    assert len(papers) > 20
    asks = re.compile(r"\.objects\b|\.filter\(|\.raw\(")
    assert [str(path.relative_to(ROOT)) for path in papers if asks.search(path.read_text("utf-8"))] == []


def test_stamps_are_read_from_the_house_clock():
    """What reads another clock would stamp the demo's past with today."""
    others = re.compile(r"timezone\.now\(|auto_now|localdate\(\)|datetime\.now\(|date\.today\(")
    domain = [path for path in SOURCES if path.relative_to(ROOT).parts[1] in DOMAIN]
    assert [str(path.relative_to(ROOT)) for path in domain if others.search(path.read_text("utf-8"))] == []


def test_gates_are_permissions_or_moves():
    import hengcai.urls  # noqa: F401 - every page brings in its actions

    assert len(GATES) > 20
    assert all(hasattr(gate, "enter") for gate in GATES.values())


def test_every_refusal_raised_has_its_sentence_in_both_languages():
    import hengcai.demo.load
    import hengcai.urls  # noqa: F401 - pages, commands and the demo bring in their words
    from hengcai.base.say import sentence
    from hengcai.cli.program import parser

    parser()

    missing = []
    for path in SOURCES:
        for code in re.findall(r"(?:NotValid|NotNow|NotAllowed)\(\s*\"([a-z_.]+)\"", path.read_text("utf-8")):
            for language in ("zh-hans", "en"):
                try:
                    assert sentence(code, language, {})
                except KeyError:
                    missing.append(f"{code} {language} ({path.relative_to(ROOT)})")
    assert missing == []


def sided(value, place=""):
    """Every mapping that has one language but not the other."""
    if isinstance(value, dict):
        sides = {"zh", "en"} & set(value)
        if len(sides) == 1 or (sides and not all(value[side] for side in sides)):
            yield place
        for key, part in value.items():
            yield from sided(part, f"{place}/{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from sided(part, f"{place}/{number}")


SEEDS = sorted(path for path in (ROOT / "hengcai").rglob("*.yaml") if path.name != "names.yaml")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_shipped_texts_stand_in_both_languages(path):
    assert list(sided(yaml.safe_load(path.read_text("utf-8")))) == []


def test_the_two_documentations_hold_the_same_pages():
    def names(language):
        return sorted(
            str(path.relative_to(ROOT / "docs" / language)) for path in (ROOT / "docs" / language).rglob("*.md")
        )

    assert names("zh") == names("en")
    assert names("zh")


def test_every_setting_is_documented_in_both_languages():
    read = set(re.findall(r"\"(HENGCAI_[A-Z_]+)\"", (ROOT / "hengcai" / "settings.py").read_text("utf-8")))
    for language in ("zh", "en"):
        page = (ROOT / "docs" / language / "run" / "settings.md").read_text("utf-8")
        assert [name for name in sorted(read) if name not in page] == []


def test_no_registry_host_no_machine_path_and_no_large_file_is_tracked():
    hosts = re.compile(r"pyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]|/wor[k]/main|/wor[k]/shared")
    for path in tracked():
        assert path.stat().st_size <= 1_000_000, path
        if path.suffix in {".png", ".ttf", ".gz"}:
            continue
        assert not hosts.search(path.read_text("utf-8", errors="replace")), path


def test_sheets_take_sizes_of_text_and_colours_from_the_tokens():
    own = re.compile(
        r"font-size:(?! *(?:var\(--hc-size|inherit))[^;}]*|font: [^;}]*\d(?:px|em|rem)/|: *#[0-9a-f]{3,8}\b",
        re.IGNORECASE,
    )
    found = [
        f"{path.relative_to(ROOT)}: {one}"
        for path in (ROOT / "hengcai" / "web").rglob("*.css")
        if path.name != "tokens.css"
        for one in own.findall(path.read_text("utf-8"))
    ]
    assert found == []


def test_templates_carry_no_inline_style_or_script():
    for path in (ROOT / "hengcai" / "web").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<script(?![^>]*src=)", text), path


def test_keys_are_heard_in_one_place_that_heeds_the_switch():
    """A page says what a key does by `onKeys`; only fields and lists with a focus of their own listen themselves."""
    listens = re.compile(
        r"(?:document|window|body|globalThis)\.addEventListener\(\s*[\"'`]key|^addEventListener\([\"'`]key|onkey|accesskey",
        re.MULTILINE,
    )
    pages = [path for path in (ROOT / "hengcai" / "web").rglob("*") if path.suffix in {".js", ".html"}]
    assert [path.name for path in pages if listens.search(path.read_text("utf-8"))] == ["keys.js"]


def test_a_new_migration_is_not_missing(db, settings):
    from django.core.management import call_command

    settings.MIGRATION_MODULES = {}  # the tests' own tables are made without them
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
