from pathlib import Path
from string import Formatter

import pytest

from hengcai.appraisal.rules import words
from hengcai.appraisal.rules.policy_file import (
    default_month_policy,
    default_skill_policy,
    parsed_month_policy,
    parsed_skill_policy,
    policy_text,
    read_month_policy,
    read_skill_policy,
)
from hengcai.base.errors import NotValid
from hengcai.base.say import say


def test_the_shipped_policies_read_back_from_what_they_are_written_as() -> None:
    skill, month = default_skill_policy(), default_month_policy()
    assert parsed_skill_policy(policy_text(skill), file="p.yaml") == skill
    assert parsed_month_policy(policy_text(month), file="p.yaml") == month
    assert list(skill.sources) == ["superior", "self", "peer", "customer", "practical"]
    assert skill.document()["sources"]["superior"] == "0.40"


def test_an_empty_file_is_the_default_policy(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("# nothing yet\n")
    assert read_skill_policy(tmp_path / "p.yaml") == default_skill_policy()
    assert read_month_policy(tmp_path / "p.yaml") == default_month_policy()


def test_a_key_given_replaces_the_defaults_whole_value() -> None:
    policy = parsed_skill_policy(
        'item_weights: {listening: "2"}\ncustomer_minimum: "3"\npeer_minimum: 4\nname: Ours\n', file="p.yaml"
    )
    assert {item: weight.text for item, weight in policy.item_weights.items()} == {"listening": "2"}
    assert (policy.customer_minimum, policy.peer_minimum, policy.name, policy.version) == (3, 4, "Ours", 1)
    assert parsed_skill_policy(policy_text(policy), file="p.yaml") == policy
    assert policy.sources == default_skill_policy().sources


def test_a_centre_may_add_quality_and_leave_sources_out() -> None:
    policy = parsed_skill_policy('sources: {superior: "0.6", quality: "0.4"}', file="p.yaml")
    assert list(policy.sources) == ["superior", "quality"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("nmae: x", "yaml.key_unknown", 1),
        ("name: x\nversion: 1\nname: y", "yaml.key_twice", 3),
        ("name: ''", "yaml.not_text", 1),
        ("name:", "yaml.not_text", 1),
        ("version: 0", "yaml.not_whole_number", 1),
        ("version: 1.5", "yaml.not_whole_number", 1),
        ("sources: {superior: 0.40}", "yaml.number_unquoted", 1),
        ("sources:\n  superior: '1'\n  boss: '0'", "yaml.key_unknown", 3),
        ("sources: {superior: '0.5', self: '0.49'}", "policy.sum_wrong", 1),
        ("name: x\nsources: {superior: '0.5', self: '0.501'}", "policy.sum_wrong", 2),
        ("sources: {}", "policy.sum_wrong", 1),
        ("sources: {superior: '-1', self: '2'}", "yaml.not_decimal", 1),
        ("sources: {superior: '1e0'}", "yaml.not_decimal", 1),
        ("sources: {superior: ['1']}", "yaml.not_text", 1),
        ("sources: [superior]", "yaml.not_mapping", 1),
        ("sources: {self: '1'}", "policy.required_without_weight", 1),
        ("\nminimum_evidence: {required: [quality], weight: '0.7'}", "policy.required_without_weight", 2),
        ("minimum_evidence: {required: [boss], weight: '0.7'}", "policy.source_unknown", 1),
        ("minimum_evidence: {required: superior, weight: '0.7'}", "yaml.not_list", 1),
        ("minimum_evidence: {weight: '0.7'}", "yaml.key_missing", 1),
        ("minimum_evidence: {required: [], weight: '1.1'}", "policy.outside", 1),
        ("customer_minimum: -1", "yaml.not_whole_number", 1),
        ("name: x\npeer_minimum: 2.5", "yaml.not_whole_number", 2),
        ("written_mark: [['0', '1'], ['60', '3']]", "policy.marks_not_covered", 1),
        ("written_mark: [['1', '1'], ['100', '3']]", "policy.marks_not_covered", 1),
        ("written_mark:\n- ['0', '1']\n- ['0', '3']", "policy.not_rising", 3),
        ("written_mark: [['0', '3'], ['100', '1']]", "policy.levels_fall", 1),
        ("written_mark: [['0', '0'], ['100', '5']]", "policy.outside", 1),
        ("written_mark: [['0', '1', '2']]", "yaml.not_pair", 1),
        ("written_mark: []", "policy.empty", 1),
        ("rounding: {places: 5, mode: half_up}", "yaml.not_whole_number", 1),
        ("rounding: {places: 1, mode: half_even}", "policy.mode_unknown", 1),
        ("rounding: {places: 1}", "yaml.key_missing", 1),
        ("bands:\n- {code: a, from: '3'}\n- {code: b, from: '4'}", "policy.bands_out_of_order", 3),
        ("bands:\n- {code: a, from: '3'}\n- {code: b, from: '3'}", "policy.bands_out_of_order", 3),
        ("bands:\n- {code: a, from: '3'}\n- {code: a, from: '1'}", "policy.code_unfit", 3),
        ("bands: [{code: a b, from: '1'}]", "policy.code_unfit", 1),
        ("bands: [{code: a, from: '2'}]", "policy.bands_open_below", 1),
        ("bands: []", "policy.bands_open_below", 1),
        ("bands: [{code: a}]", "yaml.key_missing", 1),
        ("bands: [{code: a, from: 1}]", "yaml.number_unquoted", 1),
        ("item_weights: {a: 2}", "yaml.number_unquoted", 1),
        ("- a", "yaml.not_mapping", 1),
        ("name: [x\nversion: 1", "yaml.broken", 2),
    ],
)
def test_what_is_wrong_with_a_skill_policy_is_named_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(NotValid) as refusal:
        parsed_skill_policy(text, file="p.yaml")
    assert (refusal.value.code, refusal.value.facts["line"]) == (code, line)
    assert say(refusal.value, "en").startswith(f"p.yaml, line {line}: ")
    assert say(refusal.value, "zh-hans").startswith(f"p.yaml、第 {line} 行：")
    assert "?" not in say(refusal.value, "en")


ONE_GROUP = "groups: {g: {points: '100', indicators: {a: '60', b: '40'}}}\n"


def test_default_rules_of_indicators_a_centre_does_not_have_are_left_out() -> None:
    assert parsed_month_policy(ONE_GROUP, file="p.yaml").rules == {}
    text = ONE_GROUP + "rules: {a: {kind: per_event, off: '1'}}"
    assert list(parsed_month_policy(text, file="p.yaml").rules) == ["a"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("groups: {g: {points: '99', indicators: {a: '99'}}}", "policy.sum_wrong", 1),
        ("groups:\n  g:\n    points: '100'\n    indicators: {a: '99.5'}", "policy.sum_wrong", 4),
        ("groups: {g: {points: '100'}}", "yaml.key_missing", 1),
        (
            "groups:\n  g: {points: '50', indicators: {a: '50'}}\n  h: {points: '50', indicators: {a: '50'}}",
            "policy.indicator_twice",
            3,
        ),
        ("rules:\n  unheard: {kind: per_event, off: '1'}", "yaml.key_unknown", 2),
        ("rules: {satisfaction: {kind: magic}}", "policy.kind_unknown", 1),
        ("rules: {satisfaction: {off: '1'}}", "policy.kind_unknown", 1),
        ("rules: {satisfaction: {kind: linear, floor: '1', target: '1'}}", "policy.floor_is_target", 1),
        ("rules: {satisfaction: {kind: linear, floor: '1'}}", "yaml.key_missing", 1),
        ("rules: {satisfaction: {kind: steps, steps: [['1', '2']]}}", "policy.outside", 1),
        ("rules: {satisfaction: {kind: steps, steps: [['1', '1'], ['1', '1']]}}", "policy.not_rising", 1),
        ("rules: {satisfaction: {kind: steps, steps: [], off: '1'}}", "yaml.key_unknown", 1),
        ("rules: {satisfaction: {kind: per_event, off: '1.5'}}", "policy.outside", 1),
        ("grades: [{code: a, from: '1'}]", "policy.bands_open_below", 1),
    ],
)
def test_what_is_wrong_with_a_month_policy_is_named_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(NotValid) as refusal:
        parsed_month_policy(text, file="p.yaml")
    assert (refusal.value.code, refusal.value.facts["line"]) == (code, line)
    assert "?" not in say(refusal.value, "zh-hans")


def test_every_sentence_of_the_rules_is_said_in_both_languages() -> None:
    for code, texts in words.WORDS.items():
        assert set(texts) == {"zh", "en"}, code
        assert {name for _, name, _, _ in Formatter().parse(texts["zh"]) if name} == {
            name for _, name, _, _ in Formatter().parse(texts["en"]) if name
        }, code
