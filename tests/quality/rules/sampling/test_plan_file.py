from datetime import date
from fractions import Fraction

import pytest

import hengcai.quality.words  # noqa: F401 - the sentences of refusals
from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.quality.rules.sampling.plan import NewHire, Plan
from hengcai.quality.rules.sampling.plan_file import parsed_plan

PLAN = """name: Calls of the third quarter
period: [2026-07-01, 2026-09-30]
channels: [call]
rules:
  - {name: low_satisfaction, where: {csat: {at_most: 2}}, per_agent: 1}
  - {name: complaint, where: {complaint: [open, upheld]}, share: "1"}
per_agent: 4
new_hire: {months: 3, per_agent: 8}
double_share: "0.10"
load_within: 1
"""
BAD = [
    ("period:", "periode:", 2, "key_unknown"),
    ("Calls of the third quarter", "''", 1, "empty"),
    ("period: [2026-07-01, 2026-09-30]", "# no period", 1, "key_missing"),
    ("per_agent: 4", "# no number", 1, "key_missing"),
    ("per_agent: 4", "per_agent: four", 7, "not_whole_number"),
    ("per_agent: 4", "per_agent: -1", 7, "not_whole_number"),
    ("2026-09-30]", "2026-06-30]", 2, "period_backwards"),
    ("2026-09-30]", "2026-02-30]", 2, "day_malformed"),
    ("2026-07-01, 2026-09-30", "2026-07-01", 2, "not_pair"),
    ("[call]", "[pigeon]", 3, "value_unknown"),
    ("[call]", "[]", 3, "empty"),
    ("[call]", "call", 3, "not_list"),
    ("csat: {at_most: 2}", "mood: {at_most: 2}", 5, "column_unknown"),
    ("csat: {at_most: 2}", "csat: {at_most: 9}", 5, "value_unfit"),
    ("csat: {at_most: 2}", "csat: {at_most: ''}", 5, "empty"),
    ("csat: {at_most: 2}", "csat: {}", 5, "empty"),
    ("csat: {at_most: 2}", "csat: null", 5, "not_text"),
    ("csat: {at_most: 2}", "flag: a;b", 5, "name_unfit"),
    ("csat: {at_most: 2}", "csat: {most: 2}", 5, "key_unknown"),
    ("csat: {at_most: 2}", "csat: 2", 5, "condition_unknown"),
    ("csat: {at_most: 2}", "csat: true", 5, "condition_unknown"),
    ("csat: {at_most: 2}", "text: [hello]", 5, "column_not_asked"),
    ("{csat: {at_most: 2}}", "{}", 5, "empty"),
    ("[open, upheld]", "[open, uphold]", 6, "value_unfit"),
    ("[open, upheld]", "[]", 6, "empty"),
    ("[open, upheld]", "[open, '']", 6, "value_empty"),
    ("[open, upheld]", "{at_most: 2}", 6, "no_number"),
    ('share: "1"', 'share: "1.5"', 6, "share_outside"),
    ('share: "1"', "share: half", 6, "not_decimal"),
    ('share: "1"', 'share: "1", per_agent: 2', 6, "per_agent_or_share"),
    ('share: "1"', "color: red", 6, "key_unknown"),
    (', share: "1"', "", 6, "per_agent_or_share"),
    ("name: complaint", "name: low_satisfaction", 6, "rule_twice"),
    ("name: complaint", "name: a|b", 6, "name_unfit"),
    ("months: 3, ", "", 8, "key_missing"),
    ("months: 3", "months: 0", 8, "not_whole_number"),
    ('"0.10"', '"10 %"', 9, "not_decimal"),
    ('"0.10"', "1.1", 9, "share_outside"),
    ("load_within: 1", "per_agent: 5", 10, "key_twice"),
    ("load_within: 1", "load_within: [1", 11, "broken"),
]


@pytest.mark.parametrize(("good", "bad", "line", "code"), BAD, ids=str)
def test_a_bad_plan_is_refused_with_one_line_that_names_its_place(good, bad, line, code):
    assert good in PLAN
    with pytest.raises(NotValid) as refusal:
        parsed_plan(PLAN.replace(good, bad, 1), file="plan.yaml")
    assert (refusal.value.code.partition(".")[2], refusal.value.facts["line"]) == (code, line)
    for language in ("zh-hans", "en"):
        said = say(refusal.value, language)
        assert "plan.yaml" in said
        assert str(line) in said
        assert "\n" not in said
        assert "?" not in said
        assert "“”" not in said


@pytest.mark.parametrize("content", ["", "- 1\n", "plan\n"])
def test_what_is_no_plan_at_all_is_refused_by_the_name_of_its_file(content):
    with pytest.raises(NotValid) as refusal:
        parsed_plan(content, file="plan.yaml")
    assert (refusal.value.facts["line"], refusal.value.facts["key"]) == (1, "plan.yaml")


def test_the_plan_of_the_contract_is_read_whole():
    plan = parsed_plan(PLAN, file="plan.yaml")
    assert (plan.name, plan.period) == ("Calls of the third quarter", (date(2026, 7, 1), date(2026, 9, 30)))
    assert (plan.channels, plan.per_agent, plan.new_hire) == (("call",), 4, NewHire(3, 8))
    assert (plan.double_share, plan.load_within) == (Fraction(1, 10), 1)
    low, complaint = plan.rules
    assert (low.name, low.per_agent, low.share, low.drawn_of(3), low.drawn_of(0)) == ("low_satisfaction", 1, None, 1, 0)
    assert (complaint.name, complaint.per_agent, complaint.share) == ("complaint", None, Fraction(1))


def test_what_is_not_said_takes_its_default():
    plan = parsed_plan("period: [2026-07-01, 2026-07-31]\nper_agent: 4\n", file="plan.yaml")
    assert plan == Plan("", (date(2026, 7, 1), date(2026, 7, 31)), 4, (), (), None, Fraction(1, 10), 1)


def holds(where, **contact):
    """Whether the one rule of such a plan is met."""
    text = f"period: [2026-07-01, 2026-07-31]\nper_agent: 4\nrules: [{{name: a, where: {where}, per_agent: 1}}]\n"
    (rule,) = parsed_plan(text, file="plan.yaml", columns=contact).rules
    return all(condition.holds(contact.get(condition.column, "")) for condition in rule.where)


@pytest.mark.parametrize(
    ("where", "column", "met", "not_met"),
    [
        ("{csat: {at_most: 2}}", "csat", ("1", "2", "2.0"), ("", " ", "2.01", "3")),
        ("{csat: {at_least: 2, at_most: 3}}", "csat", ("2", "3"), ("", "1.99", "3.5")),
        ("{csat: [1, 2]}", "csat", ("1", "2.00"), ("", "3")),
        ("{recommend: {at_most: '6'}}", "recommend", ("0", "6"), ("", "7")),
        ("{complaint: [open, 有责]}", "complaint", ("open", "upheld", "有责", "Upheld"), ("", "none", "无责")),
        ("{channel: [电话]}", "channel", ("call", "电话"), ("", "chat")),
        ("{csat_source: [callback]}", "csat_source", ("callback", "回访"), ("", "prompt", "即时评价")),
        ("{resolved_first_contact: false}", "resolved_first_contact", ("no", "否", "0", "false"), ("", "yes", "是")),
        ("{resolved_first_contact: [否]}", "resolved_first_contact", ("no", "否"), ("", "yes")),
        ("{resolved_first_contact: true}", "resolved_first_contact", ("yes", "1"), ("", "no")),
        ("{flag: long_silence}", "flags", ("long_silence", "a; long_silence", "a；long_silence"), ("", "long", "a;b")),
        ("{flags: [a, b]}", "flags", ("a", "c;b"), ("", "c")),
        ("{queue: [宽带, '12']}", "queue", ("宽带", " 宽带 ", "12", "１２"), ("", "移动")),
        ("{wait: {at_least: 60}}", "wait", ("60", "60.5"), ("", "59", "-61")),
        ("{night: true}", "night", ("yes", "是"), ("", "no")),
    ],
)
def test_a_condition_is_met_by_what_it_names_and_never_by_nothing(where, column, met, not_met):
    assert [cell for cell in met if not holds(where, **{column: cell})] == []
    assert [cell for cell in not_met if holds(where, **{column: cell})] == []


def test_all_conditions_of_a_rule_must_hold():
    where = "{csat: {at_most: 2}, queue: [a]}"
    assert holds(where, csat="1", queue="a")
    assert not holds(where, csat="1", queue="b")
    assert not holds(where, csat="3", queue="a")


@pytest.mark.parametrize(
    ("share", "n", "k"), [("0.1", 30, 3), ("0.1", 31, 4), ("0", 9, 0), ("1", 9, 9), ("0.3334", 3, 2)]
)
def test_a_share_is_rounded_up(share, n, k):
    text = f"period: [2026-07-01, 2026-07-31]\nper_agent: 4\nrules: [{{name: a, where: {{csat: [1]}}, share: '{share}'}}]\n"
    assert parsed_plan(text, file="plan.yaml").rules[0].drawn_of(n) == k


def test_more_rules_than_strata_can_be_told_apart_are_refused():
    rules = ", ".join(f"{{name: r{n}, where: {{csat: [1]}}, per_agent: 1}}" for n in range(1000))
    with pytest.raises(NotValid) as refusal:
        parsed_plan(f"period: [2026-07-01, 2026-07-31]\nper_agent: 4\nrules: [{rules}]\n", file="plan.yaml")
    assert (refusal.value.code, refusal.value.facts["line"]) == ("sampling.too_many_rules", 3)
