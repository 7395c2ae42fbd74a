"""Drafts of scorecards by program: read whole, written whole, nothing overwritten, published with a decision."""

from hengcai.framework.models import Post
from hengcai.quality.actions import add_scorecard
from hengcai.quality.models import Scorecard
from tests import cast
from tests.api.asking import done, problem, sent, told
from tests.quality import scene

CARDS = "/quality/scorecards"


def draft(code="call"):
    scene.library()
    return add_scorecard(cast.centre(), by=cast.user("zheng"), definition=scene.definition(code))


def test_a_card_is_made_rewritten_and_published(enter):
    scene.library()
    client = enter("zheng")
    made = done(client, CARDS, {"definition": {**scene.definition(), "sections": []}})
    assert {one["where"] for one in made["faults"]} == {"sections"}
    address = f"{CARDS}/{made['id']}"
    again = done(client, f"{address}/definition", {"definition": scene.definition(), "edit_count": 0}, method="put")
    assert (again["edit_count"], again["faults"]) == (1, [])
    assert done(client, f"{address}/publish", {})["state"] == "published"


def test_what_is_read_can_be_written_back(enter):
    card = draft()
    client = enter("zheng")
    read = told(client, f"{CARDS}/{card.pk}/definition")
    body = {"definition": read["definition"], "edit_count": read["edit_count"]}
    again = done(client, f"{CARDS}/{card.pk}/definition", body, method="put")
    assert again["definition"] == read["definition"]


def test_an_overtaken_save_is_a_conflict_that_says_so(enter):
    card = draft()
    body = {"definition": scene.definition(), "edit_count": 0}
    done(enter("feng"), f"{CARDS}/{card.pk}/definition", body, method="put")
    answer = sent(enter("zheng"), f"{CARDS}/{card.pk}/definition", body, method="put")
    facts = problem(answer, 409, "quality.draft_stale")
    assert facts == {"name": cast.user("feng").name, "edit_count": 1}


def test_a_wrong_number_names_its_field(enter):
    card = draft()
    definition = scene.definition()
    definition["sections"][0]["weight"] = "forty"
    answer = sent(
        enter("zheng"), f"{CARDS}/{card.pk}/definition", {"definition": definition, "edit_count": 0}, method="put"
    )
    assert problem(answer, 422, "decimal.malformed")["key"] == "sections[1].weight"


def test_text_no_database_takes_is_refused(enter):
    card = draft()
    for text in ("a\0b", "\ud800"):
        definition = {**scene.definition(), "name": {"zh": text}}
        answer = sent(
            enter("zheng"), f"{CARDS}/{card.pk}/definition", {"definition": definition, "edit_count": 0}, method="put"
        )
        problem(answer, 422, "quality.definition_shape")


def test_a_published_card_is_not_rewritten_but_revised(enter):
    card = scene.scorecard()
    client = enter("zheng")
    body = {"definition": scene.definition(), "edit_count": 0}
    problem(sent(client, f"{CARDS}/{card.pk}/definition", body, method="put"), 409, "move.state")
    assert done(client, f"{CARDS}/{card.pk}/revise", {})["state"] == "draft"


def test_a_copy_is_published_with_a_decision(enter):
    scene.scorecard()
    card = draft("copy")
    client = enter("zheng")
    problem(sent(client, f"{CARDS}/{card.pk}/publish", {}), 422, "quality.other_card_holds")
    late = {"replaces": ["call"], "edit_count": card.edit_count + 1}
    problem(sent(client, f"{CARDS}/{card.pk}/publish", late), 409, "quality.draft_changed")
    assert done(client, f"{CARDS}/{card.pk}/publish", {"replaces": ["call"]})["holds_from"]
    assert Scorecard.objects.get(code="call").state == "retired"


def test_a_card_is_published_for_the_posts_its_draft_names_unless_others_are_given(enter):
    Post.objects.create(code="vip", name={"zh": "贵宾"}, model_code="m")
    client, definition = enter("zheng"), {**scene.definition("kept"), "posts": ["vip"]}
    card, whole = draft(), draft("whole")
    body = {"definition": {**definition, "id": "call"}, "edit_count": 0}
    assert sent(client, f"{CARDS}/{card.pk}/definition", body, method="put").json()["definition"]["posts"] == ["vip"]
    done(client, f"{CARDS}/{card.pk}/publish", {})
    body = {"definition": {**definition, "id": "whole"}, "edit_count": 0}
    sent(client, f"{CARDS}/{whole.pk}/definition", body, method="put")
    done(client, f"{CARDS}/{whole.pk}/publish", {"posts": [], "replaces": []})
    assert dict(Scorecard.objects.values_list("code", "posts")) == {"call": ["vip"], "whole": []}


def test_a_draft_is_thrown_away_and_a_published_card_is_not(enter):
    kept, gone = scene.scorecard(), draft("other")
    client = enter("zheng")
    assert done(client, f"{CARDS}/{gone.pk}", None, method="delete") == {"id": gone.pk}
    problem(sent(client, f"{CARDS}/{kept.pk}", None, method="delete"), 409, "quality.scorecard_frozen")
