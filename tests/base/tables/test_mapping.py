from pathlib import Path

import pytest

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.base.tables.mapping import Origin, mapping_of, read_mapping
from hengcai.base.yaml_parts import parse_yaml


def test_a_mapping_file_holds_names_constants_paths_and_moments(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(
        "id: 工号\nchannel: {const: call}\nname: {path: who.name, default: '?'}\n"
        "started_at: {path: at, add_seconds_to: '2026-01-05T09:00:00'}\n",
        "utf-8",
    )
    found = read_mapping(tmp_path / "m.yaml")
    assert found["id"] == Origin(path="工号")
    assert found["channel"] == Origin(constant="call")
    assert found["name"] == Origin(path="who.name", default="?")
    assert str(found["started_at"].add_seconds_to) == "2026-01-05 09:00:00"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("id: {const: a, path: b}", "mapping.const_or_path", 1),
        ("a: b\nid: {default: a}", "mapping.const_or_path", 2),
        ("id: {const: a, default: b}", "mapping.const_or_path", 1),
        ("id: {paht: a}", "yaml.key_unknown", 1),
        ("id: {path: a, add_seconds_to: soon}", "mapping.moment_malformed", 1),
        ("id: a\nid: b", "yaml.key_twice", 2),
        ("- a", "yaml.not_mapping", 1),
        ("id: [a]", "yaml.not_mapping", 1),
        ("id: {path: [a]}", "yaml.not_text", 1),
        ("a: b\n  c: d", "yaml.broken", 2),
        ("a: \x07", "yaml.broken", 1),
    ],
)
def test_what_is_wrong_with_a_mapping_is_named_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(NotValid) as refusal:
        mapping_of(parse_yaml(text, file="m.yaml"))
    assert (refusal.value.code, refusal.value.facts["line"]) == (code, line)
    assert f"line {line}" in say(refusal.value, "en")


def test_a_missing_or_huge_mapping_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotValid) as refusal:
        read_mapping(tmp_path / "none.yaml")
    assert refusal.value.code == "table.file_missing"
    with pytest.raises(NotValid) as refusal:
        read_mapping(tmp_path)
    assert refusal.value.code == "table.unreadable"
    (tmp_path / "m.yaml").write_text("# " + "x" * (1 << 20))
    with pytest.raises(NotValid) as refusal:
        read_mapping(tmp_path / "m.yaml")
    assert refusal.value.code == "yaml.too_large"


def test_a_deeply_nested_file_is_refused_not_a_crash() -> None:
    with pytest.raises(NotValid):
        mapping_of(parse_yaml("a: " + "[" * 20_000, file="m.yaml"))


def test_an_empty_mapping_file_maps_nothing() -> None:
    assert mapping_of(parse_yaml("# nothing\n", file="m.yaml")) == {}
