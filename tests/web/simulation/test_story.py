"""The editor: one node a page, problems as one goes, the picture, trying from any node."""

import pytest

from hengcai.simulation.actions import add_scenario
from hengcai.simulation.definitions import definition_of, story_of
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.rules.problems import problems_of
from hengcai.simulation.shipped import shipped_scenarios
from hengcai.web.simulation.forms import NodeForm
from hengcai.web.simulation.writing import initial_of, node_posted
from tests import cast
from tests.simulation.stories import definition, published
from tests.simulation.test_runs import played

pytestmark = pytest.mark.django_db
HEAD = {
    "code": "fresh", "title_zh": "新的", "title_en": "New", "channel": "chat", "minutes": "6", "brief_zh": "开场", "brief_en": "Brief",
}  # fmt: skip


@pytest.fixture
def trainer(client, db):
    client.force_login(cast.user("zhou"))
    client.cookies["hengcai_language"] = "en"
    return client


def draft(**changes):
    return add_scenario(cast.centre(), by=cast.user("zhou"), definition=definition(**changes))


def test_a_new_scenario_begins_with_one_node_and_its_problems(trainer):
    answer = trainer.post("/simulations/add/", HEAD, follow=True)
    made = Scenario.objects.get(code="fresh")
    assert definition_of(made)["start"] == "opening"
    assert "it goes nowhere from here" in answer.content.decode()
    assert trainer.post("/simulations/add/", {**HEAD, "code": "A"}).status_code == 422


def test_the_head_is_changed_without_the_story(trainer):
    made = draft()
    page = trainer.get(f"/simulations/{made.pk}/edit/")
    assert page.status_code == 200
    sent = {**HEAD, "competencies": ["listening"], "start": "second", "edit_count": 0}
    assert trainer.post(f"/simulations/{made.pk}/edit/", sent).status_code == 302
    found = definition_of(Scenario.objects.get(pk=made.pk))
    assert (found["code"], found["start"], found["competencies"]) == ("tiny", "second", ["listening"])
    assert len(found["nodes"]) == 6
    assert trainer.post(f"/simulations/{made.pk}/edit/", sent).status_code == 409  # an older page


def test_a_node_is_added_and_what_it_leads_to_is_listed_until_it_is_there(trainer):
    made = draft()
    sent = {
        "name": "more", "kind": "choices", "says_zh": "客户：喂？\n系统：掉线", "says_en": "Customer: hello?\nsystem: cut off", "edit_count": 0,
        "a_text_zh": "甲", "a_text_en": "A", "a_to": "fork", "a_feedback_zh": "好", "a_feedback_en": "Good",
        "a_mark_listening": "3/4", "a_sets": "trust 1, promised -1", "b_text_zh": "乙", "b_text_en": "B", "b_to": "nowhere",
    }  # fmt: skip
    answer = trainer.post(f"/simulations/{made.pk}/nodes/add/", sent, follow=True).content.decode()
    assert "more/b: the node “nowhere” it leads to does not exist" in answer
    assert "nodes/add/?name=nowhere" in answer
    node = definition_of(Scenario.objects.get(pk=made.pk))["nodes"]["more"]
    assert [one["who"] for one in node["says"]] == ["customer", "system"]
    assert node["choices"][0]["marks"] == {"listening": "3/4"}
    assert node["choices"][0]["sets"] == {"trust": 1, "promised": -1}


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"says_zh": "一\n二", "says_en": "one"}, "as many lines"),
        ({"a_text_zh": "甲", "a_to": "fork", "a_sets": "trust up"}, "Write flags like this"),
        ({"kind": "goes", "goes": "if trust then calm"}, "One automatic way per line"),
        ({"name": "first"}, "already a node"),
        ({"name": "Odd Name"}, "cannot be used"),
    ],
)
def test_what_cannot_be_read_is_said_in_place(trainer, sent, said):
    made = draft()
    full = {"name": "more", "kind": "choices", "edit_count": 0, **sent}
    answer = trainer.post(f"/simulations/{made.pk}/nodes/add/", full)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_ways_and_ends_are_written_as_lines(trainer):
    made = draft()
    sent = {
        "kind": "goes",
        "goes": "flag trust >= 1 < 3 > well\nscore listening < 1/2 > badly\n> soso",
        "edit_count": 0,
    }
    assert trainer.post(f"/simulations/{made.pk}/nodes/fork/", sent).status_code == 302
    goes = definition_of(Scenario.objects.get(pk=made.pk))["nodes"]["fork"]["goes"]
    assert goes[0] == {"when": {"flag": "trust", "at_least": "1", "below": "3"}, "to": "well"}
    page = trainer.get(f"/simulations/{made.pk}/nodes/fork/").content.decode()
    assert "flag trust &gt;= 1 &lt; 3 &gt; well" in page
    end = {"kind": "end", "end_kind": "poor", "end_zh": "坏", "end_en": "Bad", "edit_count": 1}
    assert trainer.post(f"/simulations/{made.pk}/nodes/well/", end).status_code == 302


def test_a_node_is_removed_but_not_the_first(trainer):
    made = draft()
    answer = trainer.post(f"/simulations/{made.pk}/nodes/well/", {"do": "remove"}, follow=True).content.decode()
    assert "the node “well” it goes on to does not exist" in answer
    answer = trainer.post(f"/simulations/{made.pk}/nodes/first/", {"do": "remove"}, follow=True).content.decode()
    assert "is the beginning" in answer


def test_a_published_story_is_shown_and_not_edited(trainer):
    made = published()
    page = trainer.get(f"/simulations/{made.pk}/story/").content.decode()
    assert page.count("<rect") == 6
    assert "Add a node" not in page
    assert trainer.get(f"/simulations/{made.pk}/nodes/first/").status_code == 409


def test_every_shipped_node_comes_back_from_its_form_as_it_was(db):
    for given in shipped_scenarios():
        story = story_of(add_scenario(cast.centre(), by=cast.user("zhou"), definition=given))
        competencies = [(code, code) for code in given["competencies"]]
        for name, node in definition_of(Scenario.objects.get(code=given["code"]))["nodes"].items():
            form = NodeForm(initial_of(node, given["competencies"]), competencies=competencies, is_new=False)
            assert form.is_valid(), form.errors
            assert node_posted(form.cleaned_data, given["competencies"]) == node, (given["code"], name)
        assert problems_of(story) == []


def test_a_story_is_tried_from_any_node_and_leaves_nothing(trainer):
    made = draft()
    address = f"/simulations/{made.pk}/try/"
    assert "well." in trainer.get(f"{address}?at=second").content.decode()
    answer = trainer.post(address, {"at": "second", "path": "", "choice": "a"}).content.decode()
    assert "Mixed outcome" in answer
    assert "100%" in answer
    assert trainer.get(f"{address}?at=gone").status_code == 422
    assert trainer.get(f"{address}?path=z").status_code == 422
    assert Run.objects.count() == 0


def test_results_hide_small_numbers(trainer):
    made = published()
    played(cast.li(), "aa", made)
    page = trainer.get(f"/simulations/{made.pk}/results/").content.decode()
    assert "first finished runs of 1 people" in page
    assert page.count("so nothing is shown") == 2


def test_the_file_of_a_scenario_reads_again(trainer):
    import yaml

    made = published()
    answer = trainer.get(f"/simulations/{made.pk}/export/")
    assert yaml.safe_load(answer.content) == definition_of(made)
