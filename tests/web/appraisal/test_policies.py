"""A policy's draft on the page: in rows, as text, as it prints, compared, deleted."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from hengcai.paper.telling import plain
from tests import cast
from tests.appraisal import procedure

pytestmark = pytest.mark.django_db
SHORT = 'sources: {superior: "0.60", self: "0.40"}\n'


@pytest.fixture
def policy():
    made = actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=SHORT)
    return procedure.in_force(made, on=cast.MONDAY)


@pytest.fixture
def draft(policy):
    return actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text=SHORT)


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def at(name, policy):
    return reverse(name, args=[policy.pk])


def unfinished(draft, text='sources: {superior: "0.60"}'):
    return actions.rewrite_policy(draft, by=cast.user("wu"), text=text, edit_count=draft.edit_count)


def test_a_new_version_begins_with_the_text_of_the_one_in_force(visit, policy):
    answer = visit("zheng").post(at("revise-policy", policy))
    made = Policy.objects.get(state="draft")
    assert (answer.url, made.text) == (at("edit-policy", made), policy.text)


def test_rows_hold_the_whole_document_and_what_does_not_hold_yet(visit, draft):
    context = visit("zheng").get(at("edit-policy", unfinished(draft))).context
    assert context["document"]["sources"] == {"superior": "0.60"}
    assert [(one["where"], one["detail"]) for one in context["faults"]] == [
        ("sources", "“Weights of the sources” must sum to 1; it sums to 0.6.")
    ]


def test_a_text_of_another_shape_is_edited_as_text(visit, draft):
    answer = visit("zheng").get(at("edit-policy", unfinished(draft, "colour: red")))
    assert answer.url == at("edit-policy-text", draft)


def test_a_text_is_kept_as_it_is_written(visit, draft):
    text = f"# what we agreed\n{SHORT}"
    answer = visit("zheng").post(at("edit-policy-text", draft), {"text": text, "edit_count": 0})
    assert answer.status_code == 302
    assert Policy.objects.get(pk=draft.pk).text.replace("\r\n", "\n") == text


@pytest.mark.parametrize(("sent", "status"), [({"text": SHORT}, 409), ({"text": "- a", "edit_count": 0}, 422)])
def test_a_text_that_came_too_late_or_is_none_stays_on_the_page(visit, draft, sent, status):
    answer = visit("zheng").post(at("edit-policy-text", draft), sent)
    assert answer.status_code == status
    assert Policy.objects.get(pk=draft.pk).edit_count == 0


def test_it_is_shown_as_it_will_print_once_it_holds(visit, draft):
    client = visit("zheng")
    assert "60%" in client.get(at("print-policy", draft)).content.decode()
    unfinished(draft)
    assert "once this is fixed" in client.get(at("print-policy", draft)).content.decode()
    page = client.get(at("see-policy", draft)).content.decode()
    assert "Fix before opening it for comments" in page
    assert "correct them before you open it" in client.get(at("see-procedure", draft)).content.decode()


def test_two_versions_are_compared_in_words(visit, policy, draft):
    unfinished(draft, 'sources: {superior: "0.70", self: "0.30"}\npublication: {before_the_end: with_reason, '
               'without_score: with_reason, open_forms: with_reason, findings: with_reason}\n')  # fmt: skip
    changes = visit("zheng").get(at("compare-policy", draft)).context["changes"]
    assert [(one["name"], [field for field, _change in one["changes"]]) for one in changes] == [
        ("The period is not over", ["Action"]),
        ("Line manager", ["Weight"]),
        ("Self", ["Weight"]),
    ]


def test_a_version_alone_has_nothing_to_be_held_against(visit, policy):
    assert "no other version" in visit("li").get(at("compare-policy", policy)).content.decode()


def test_what_differs_from_somebody_elses_save_is_told(visit, draft):
    client = visit("zheng")
    body = {"definition": {"sources": {"superior": "0.5", "self": "0.5"}}}
    text = client.post(at("differing-policy", draft), body, content_type="application/json").content.decode()
    assert "<del>0.60</del>" in text
    for wrong in ("{", "[]", '{"definition": {"colour": "red"}}'):
        assert client.post(at("differing-policy", draft), wrong, content_type="application/json").status_code == 422


def test_a_draft_is_deleted(visit, draft, policy):
    assert visit("zheng").post(at("delete-policy", draft)).url == reverse("list-policies")
    assert list(Policy.objects.all()) == [policy]


def test_a_draft_saved_by_somebody_else_meanwhile_is_not_opened_for_comments_unread(visit, draft):
    client, page = visit("zheng"), at("see-procedure", draft)
    assert '<input type="hidden" name="edit_count" value="0">' in client.get(page).content.decode()
    actions.rewrite_policy(draft, by=cast.user("wu"), text=SHORT, edit_count=0)
    sent = {"do": "discuss", "closes_on": "2099-01-05"}
    assert client.post(page, {**sent, "edit_count": "0"}).status_code == 409
    assert Policy.objects.get(pk=draft.pk).state == "draft"
    client.post(page, {**sent, "edit_count": "1"})
    assert Policy.objects.get(pk=draft.pk).state == "discussed"


@pytest.mark.usefixtures("standards")
def test_policies_are_read_by_everybody_they_hold(visit):
    skill, month = Policy.objects.get(kind="quarterly"), Policy.objects.get(kind="monthly")
    for name in ("li", "zhao", "zhou", "qian"):
        assert "In force" in read(visit(name), "/policies/")
    text = read(visit("li"), f"/policies/{skill.pk}/")
    assert "40%" in text
    assert "If the remaining sources carry less than 70%" in text
    assert "0 is level 1, 60 is level 3, 100 is level 5" in text
    assert "Draft a new version" not in text
    text = read(visit("li"), f"/policies/{month.pk}/")
    assert "points from 60%, full points at 85%" in text
    assert "each takes off 50% of its points" in text
    assert "points from 80%, full points at 92%; not counted below 5" in text
    assert "60 分折 3 级" in plain(read(visit("li", "zh-hans"), f"/policies/{skill.pk}/"))


@pytest.mark.usefixtures("standards")
def test_a_policy_is_drafted_refused_with_its_line_and_put_in_force(visit):
    hr, group = visit("wu"), visit("zheng")
    text = read(hr, "/policies/add/?kind=quarterly")
    assert "customer_minimum: 5" in text
    bad = hr.post("/policies/add/?kind=quarterly", {"text": 'name: x\nsources: {superior: "0.50", self: "0.60"}\n'})
    assert (bad.status_code, "line 2" in bad.content.decode()) == (422, True)
    made = hr.post(
        "/policies/add/?kind=quarterly",
        {"text": 'name: Sharper\ncustomer_minimum: 8\nitem_weights: {communication: "2"}\n'},
    )
    draft = Policy.objects.get(state="draft")
    assert made.url == f"/policies/{draft.pk}/"
    page = read(group, made.url)
    assert "Fewer than 8 ratings are too few to count." in page
    assert "Items with a weight other than 1: communication 2." in page
    assert page.count("btn-primary") == 1
    assert group.post(f"{made.url}publish/").status_code == 409
    read(visit("li"), made.url, 404)
    assert hr.post(f"{made.url}publish/").status_code == 403
    procedure.in_force(draft, on=localdate())
    assert Policy.objects.get(pk=draft.pk).state == "published"
    assert visit("li").get("/policies/add/").status_code == 403
