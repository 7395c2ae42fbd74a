"""A policy in the making: unfinished, saved by two, in rows and as text, held against another."""

import pytest
import yaml

from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_faults import in_words, place_of
from hengcai.appraisal.policy_lines import lines_of
from hengcai.appraisal.rules.policy_drafts import check_text, faults_of, fits_rows, text_of, whole_document
from hengcai.appraisal.rules.policy_file import (
    default_month_policy,
    default_skill_policy,
    parsed_month_policy,
    parsed_skill_policy,
)
from hengcai.audit.models import Entry
from hengcai.base.differences import ADDED, CHANGED, REMOVED, differences
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from tests import cast
from tests.appraisal import procedure

SHORT = 'sources: {superior: "0.60", self: "0.40"}\n'


def places(kind, text):
    return [place_of(fault) for fault in faults_of(kind, text)]


@pytest.mark.parametrize(
    ("kind", "default", "read"),
    [
        ("quarterly", default_skill_policy, parsed_skill_policy),
        ("monthly", default_month_policy, parsed_month_policy),
    ],
)
def test_a_document_written_from_rows_reads_back_as_the_same_policy(kind, default, read):
    document = whole_document(kind, "")
    assert read(text_of(document), file="policy") == default()
    assert whole_document(kind, text_of(document)) == document


def test_a_word_that_yaml_takes_for_a_truth_value_stays_a_word():
    rules = whole_document("monthly", "")["rules"]
    assert rules["upheld_complaints"] == {"kind": "per_event", "off": "0.5"}


def test_what_a_text_leaves_out_is_in_its_document():
    document = whole_document("quarterly", SHORT)
    assert document["sources"] == {"superior": "0.60", "self": "0.40"}
    assert (document["peer_minimum"], document["rounding"]["places"]) == (3, 1)


@pytest.mark.parametrize(
    ("kind", "text", "where"),
    [
        ("quarterly", 'sources: {superior: "0.60", self: "0.30"}', ["sources"]),
        (
            "quarterly",
            'sources: {superior: "x", self: "0.30"}\npeer_minimum: few',
            ["sources.superior", "peer_minimum"],
        ),
        ("quarterly", 'bands: [{code: good, from: "3"}, {code: better, from: "4"}]', ["bands[2].from"]),
        ("quarterly", 'minimum_evidence: {required: [quality], weight: "0.5"}', ["minimum_evidence"]),
        ("quarterly", SHORT, []),
        ("monthly", 'groups: {talk: {points: "90", indicators: {wording: "90"}}}', ["groups"]),
        ("monthly", 'groups: {talk: {points: "100", indicators: {wording: "90"}}}', ["groups.talk.indicators"]),
        ("monthly", 'rules: {satisfaction: {kind: linear, floor: "1", target: "1"}}', ["rules.satisfaction.target"]),
    ],
)
def test_every_part_that_does_not_hold_names_its_field(kind, text, where):
    assert places(kind, text) == where


@pytest.mark.parametrize("text", ["sources: [superior]", "colour: red", "bands: [good]", "rules: {a: {kind: odd}}"])
def test_a_text_of_another_shape_does_not_fit_rows(text):
    kind = "monthly" if text.startswith("rules") else "quarterly"
    assert not fits_rows(list(faults_of(kind, text)))


@pytest.mark.parametrize("text", ["- a\n- b", "a: [", "a: &x 1\nb: *x", "a" * 200_001])
def test_what_is_no_policy_text_at_all_is_refused(text):
    with pytest.raises(NotValid):
        check_text(text)


def test_a_fault_is_told_without_the_line_of_a_text_nobody_sees():
    (fault,) = faults_of("monthly", 'groups: {talk: {points: "100", indicators: {wording: "90"}}}')
    told = in_words(fault, "en", {"talk": "Talking"})
    assert told.facts == {
        "key": "Points of the groups · Talking · points of its indicators",
        "found": "90",
        "total": "100",
    }


def test_two_versions_differ_in_rows():
    before = whole_document("quarterly", "")
    after = whole_document("quarterly", SHORT + "customer_minimum: 8\n")
    told = [(one.what, one.kind, one.name) for one in differences(lines_of(before), lines_of(after))]
    assert told == [
        (CHANGED, "policy", ""),
        (CHANGED, "source", "superior"),
        (CHANGED, "source", "self"),
        (REMOVED, "source", "peer"),
        (REMOVED, "source", "customer"),
        (REMOVED, "source", "practical"),
    ]


def test_a_rule_that_changes_is_told_at_its_indicator():
    before, after = whole_document("monthly", ""), whole_document("monthly", "")
    after["rules"] = {**after["rules"], "wording": {"kind": "steps", "steps": [["0.8", "1"]], "minimum_n": 3}}
    del after["groups"]["attitude"]["indicators"]["empathy"]
    after["groups"]["attitude"]["indicators"]["warmth"] = "4"
    told = differences(lines_of(before), lines_of(after))
    assert [(one.what, one.name) for one in told] == [(CHANGED, "wording"), (REMOVED, "empathy"), (ADDED, "warmth")]
    assert [change.name for change in told[0].changes] == ["rule", "minimum_n", "steps"]


def draft(text=SHORT):
    return actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=text)


def rewritten(policy, text, *, by="zheng", edit_count=0):
    return actions.rewrite_policy(policy, by=cast.user(by), text=text, edit_count=edit_count)


def test_a_draft_may_be_unfinished_but_not_put_in_force(db):
    policy = rewritten(draft(), 'sources: {superior: "0.60"}')
    assert (policy.edit_count, policy.saved_by) == (1, cast.user("zheng"))
    with pytest.raises(NotValid) as caught:
        actions.discuss_policy(
            policy, by=cast.user("zheng"), closes_on=cast.MONDAY + procedure.A_DAY, today=cast.MONDAY
        )
    assert caught.value.code == "policy.sum_wrong"
    assert Policy.objects.get().state == "draft"


def test_a_draft_keeps_its_text_as_it_was_written_and_takes_the_name_it_says(db):
    text = f"name: 新制度   # 二季度起\n{SHORT}"
    rewritten(draft(), text)
    assert (Policy.objects.get().text, Policy.objects.get().name) == (text, "新制度")


def test_whoever_is_overtaken_overwrites_nothing(db):
    policy = draft()
    rewritten(policy, f"name: Theirs\n{SHORT}", by="wu")
    with pytest.raises(NotNow) as caught:
        rewritten(policy, f"name: Mine\n{SHORT}")
    assert (caught.value.code, caught.value.facts["edit_count"]) == ("policy.draft_stale", 1)
    assert Policy.objects.get().name == "Theirs"
    assert Entry.objects.filter(action="rewrite_policy").count() == 1


@pytest.mark.parametrize("name", ["qian", "feng", "li", "sun"])
def test_only_those_who_draft_policies_rewrite_and_delete_them(db, name):
    policy = draft()
    with pytest.raises(NotAllowed):
        rewritten(policy, SHORT, by=name)
    with pytest.raises(NotAllowed):
        actions.delete_policy(policy, by=cast.user(name))


def test_a_draft_is_deleted_and_what_is_in_force_is_not(db):
    kept = procedure.in_force(draft(), on=cast.MONDAY)
    actions.delete_policy(draft(), by=cast.user("zheng"))
    assert list(Policy.objects.all()) == [kept]
    with pytest.raises(NotNow):
        actions.delete_policy(kept, by=cast.user("zheng"))
    with pytest.raises(NotNow):
        rewritten(kept, SHORT)


def test_text_written_from_rows_quotes_its_numbers():
    loaded = yaml.safe_load(text_of(whole_document("quarterly", SHORT)))
    assert loaded["sources"]["superior"] == "0.60"
    assert loaded["peer_minimum"] == 3
