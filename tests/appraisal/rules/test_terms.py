"""The optional keys of a policy file: time limits, what results lead to, the year, raters' load."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.policy_lines import lines_of
from hengcai.appraisal.rules.policy_drafts import text_of, whole_document
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy, policy_text
from hengcai.appraisal.rules.terms import Terms
from hengcai.base.differences import differences
from hengcai.base.errors import NotValid
from hengcai.base.say import say

READ = {"quarterly": parsed_skill_policy, "monthly": parsed_month_policy}
WINDOWS = 'windows: {appeal: "7", answer: "15", silence: "3", notice: "5"}\n'
CONSEQUENCES = (
    'consequences: {coefficients: {excellent: "1.3", good: "1.1", pass: "1.0", fail: "0.8"}, '
    'probability: "0.95", cycles: "3"}\n'
)
both = pytest.mark.parametrize("read", READ.values(), ids=list(READ))


@both
def test_a_file_without_them_has_the_usual_terms_and_is_written_as_before(read) -> None:
    policy = read("name: Ours\n", file="p.yaml")
    usual = policy.terms
    assert (usual.windows.appeal, usual.windows.answer, usual.windows.silence, usual.windows.notice) == (5, 10, 5, 5)
    assert {grade: number.text for grade, number in usual.consequences.coefficients.items()} == {
        "excellent": "1.2", "good": "1.0", "pass": "0.9", "fail": "0.7",
    }  # fmt: skip
    assert (usual.consequences.probability.text, usual.consequences.cycles) == ("0.9", 2)
    assert not {"windows", "consequences"} & set(policy.document())


@both
def test_what_is_given_holds_and_is_exported(read) -> None:
    policy = read(WINDOWS + CONSEQUENCES, file="p.yaml")
    assert (policy.terms.windows.answer, policy.terms.consequences.cycles) == (15, 3)
    assert str(policy.terms.consequences.coefficient("good")) == "11/10"
    assert policy.terms.consequences.coefficient("unheard") is None
    assert read(policy_text(policy), file="p.yaml") == policy
    assert policy.document()["windows"] == {"appeal": "7", "answer": "15", "silence": "3", "notice": "5"}


@pytest.mark.parametrize("kind", list(READ))
def test_the_editor_shows_the_terms_of_a_file_that_leaves_them_out(kind) -> None:
    document = whole_document(kind, "name: Ours\n")
    assert document["windows"]["appeal"] == "5"
    assert READ[kind](text_of(document), file="p").terms.document() == Terms().document() == {}


@both
@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("windows: {appeal: '5'}", "yaml.key_missing", 1),
        ("name: x\nwindows: {appeal: '5', answer: '9', silence: '5', notice: '5', more: '1'}", "yaml.key_unknown", 2),
        ("windows:\n  appeal: '0'\n  answer: '9'\n  silence: '5'\n  notice: '5'", "yaml.not_whole_number", 2),
        ("windows: {appeal: '5.5', answer: '9', silence: '5', notice: '5'}", "yaml.not_whole_number", 1),
        ("windows: {appeal: '61', answer: '9', silence: '5', notice: '5'}", "yaml.not_whole_number", 1),
        ("consequences: {probability: '0.9', cycles: '2'}", "yaml.key_missing", 1),
        (CONSEQUENCES.replace('"0.95"', "0.95"), "yaml.number_unquoted", 1),
        (CONSEQUENCES.replace('"0.95"', '"0.4"'), "policy.outside", 1),
        (CONSEQUENCES.replace('"0.95"', '"1.01"'), "policy.outside", 1),
        (CONSEQUENCES.replace('"1.3"', '"11"'), "policy.outside", 1),
        (CONSEQUENCES.replace('"1.3"', "1.3"), "yaml.number_unquoted", 1),
        (CONSEQUENCES.replace('"3"', '"0"'), "yaml.not_whole_number", 1),
        ("consequences: {coefficients: {}, probability: '0.9', cycles: '2'}", "policy.empty", 1),
    ],
)
def test_what_is_wrong_is_named_with_its_line(read, text: str, code: str, line: int) -> None:
    with pytest.raises(NotValid) as refusal:
        read(text, file="p.yaml")
    assert (refusal.value.code, refusal.value.facts["line"]) == (code, line)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('fail: "0.8"', 'fail: "1.05"'), "policy.coefficient_rises"),
        ((', fail: "0.8"', ""), "yaml.key_missing"),
        (('fail: "0.8"', 'fail: "0.8", other: "0.1"'), "yaml.key_unknown"),
    ],
)
def test_a_months_coefficients_fit_its_bands(change, code) -> None:
    with pytest.raises(NotValid) as refusal:
        parsed_month_policy(CONSEQUENCES.replace(*change), file="p.yaml")
    assert refusal.value.code == code
    assert "?" not in say(refusal.value, "zh-hans")


def test_bands_of_ones_own_need_no_coefficients_until_these_are_given() -> None:
    own = "grades: [{code: a, from: '50'}, {code: b, from: '0'}]\n"
    assert parsed_month_policy(own, file="p").terms.consequences.coefficient("a") is None
    given_too = own + 'consequences: {coefficients: {a: "1", b: "1"}, probability: "0.9", cycles: "2"}'
    assert parsed_month_policy(given_too, file="p").terms.consequences.coefficient("b") == 1


@settings(max_examples=30)
@given(days=st.tuples(*[st.integers(1, 60)] * 4), cycles=st.integers(1, 12))
def test_terms_read_back_as_they_are_written(days, cycles) -> None:
    named = dict(zip(("appeal", "answer", "silence", "notice"), map(str, days), strict=True))
    document = {**whole_document("monthly", ""), "windows": named}
    document["consequences"] = {**document["consequences"], "cycles": str(cycles)}
    policy = parsed_month_policy(text_of(document), file="p")
    assert policy.terms.whole_document() == {"windows": named, "consequences": document["consequences"]}


def test_the_year_and_the_raters_load_are_values_of_the_policy() -> None:
    assert "year" not in parsed_month_policy("", file="p").document()
    month = parsed_month_policy('year: {months: "0.55", quarters: "0.45"}', file="p")
    assert (month.year.weights["months"], month.year.service_months) == (Fraction(55, 100), 6)
    assert parsed_month_policy(policy_text(month), file="p") == month
    quarter = parsed_skill_policy('workload: {forms: "12", minutes: "3.5"}', file="p")
    assert (quarter.workload.forms, quarter.workload.minutes.value) == (12, Fraction(7, 2))
    assert parsed_skill_policy(policy_text(quarter), file="p") == quarter
    assert whole_document("monthly", "")["year"] == {"months": "0.60", "quarters": "0.40", "service_months": "6"}
    assert whole_document("quarterly", "")["workload"] == {"forms": "20", "minutes": "2"}
    assert whole_document("monthly", 'year: {months: "0.7", quarters: "0.3"}')["year"]["service_months"] == "6"
    before, after = whole_document("monthly", ""), whole_document("monthly", policy_text(month))
    (only,) = differences(lines_of({**before, "name": ""}), lines_of({**after, "name": ""}))
    assert (only.kind, [one.name for one in only.changes]) == ("year", ["months", "quarters"])


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("monthly", 'year: {months: "0.6", quarters: "0.5"}', "policy.sum_wrong"),
        ("monthly", "year: {months: 0.6, quarters: 0.4}", "yaml.number_unquoted"),
        ("monthly", 'year: {months: "1"}', "yaml.key_missing"),
        ("monthly", 'year: {months: "0.6", quarters: "0.4", service_months: "13"}', "yaml.not_whole_number"),
        ("monthly", 'workload: {forms: "20", minutes: "2"}', "yaml.key_unknown"),
        ("quarterly", 'workload: {forms: "0", minutes: "2"}', "yaml.not_whole_number"),
        ("quarterly", 'workload: {forms: "20", minutes: "61"}', "policy.outside"),
        ("quarterly", 'year: {months: "0.6", quarters: "0.4"}', "yaml.key_unknown"),
    ],
)
def test_what_does_not_hold_in_them_is_named(kind: str, text: str, code: str) -> None:
    with pytest.raises(NotValid) as refusal:
        READ[kind](text, file="p.yaml")
    assert refusal.value.code == code
    assert "?" not in say(refusal.value, "zh-hans")


def test_two_versions_differ_in_their_terms_row_by_row() -> None:
    before, after = whole_document("monthly", ""), whole_document("monthly", WINDOWS + CONSEQUENCES)
    told = [(one.kind, one.name) for one in differences(lines_of(before), lines_of(after))]
    assert told == [
        ("window", "appeal"), ("window", "answer"), ("window", "silence"), ("consequences", ""),
        ("coefficient", "excellent"), ("coefficient", "good"), ("coefficient", "pass"), ("coefficient", "fail"),
    ]  # fmt: skip
