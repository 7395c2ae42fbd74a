"""The analyst's list and desk: who opens what, what is kept, what is said when it is refused."""

import pytest
from django.urls import reverse

from hengcai.quality.actions import save_draft, withdraw_assignment
from hengcai.quality.models import Case, Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene


def desk(given):
    return reverse("score-contact", args=[given.pk])


def filled(*, do="submit", edit_count=0, without=(), **more):
    """The form as a browser sends it, with the marks of a good contact."""
    marks = {f"mark-{code}": mark.value for code, mark in scene.GOOD.items() if code not in without}
    return {**marks, "comment": "", "edit_count": str(edit_count), "do": do, **more}


def draft_of(given):
    return given.evaluations.get(state="draft")


@pytest.mark.parametrize(("reader", "status"), [("chen", 200), ("cao", 404), ("zhao", 403), ("li", 403), ("feng", 403)])
def test_only_the_analyst_it_was_given_to_opens_the_desk(db, enter, reader, status):
    given = scene.assignment()
    assert enter(reader).get(desk(given)).status_code == status


@pytest.mark.parametrize("door", ["preview-score", "keep-draft"])
def test_the_doors_behind_the_desk_are_as_closed_as_the_desk(db, enter, door):
    given = scene.assignment()
    assert enter("cao").post(reverse(door, args=[given.pk]), filled()).status_code == 404
    assert Evaluation.objects.count() == 0


def test_a_contact_taken_back_is_no_longer_there(db, enter):
    given = scene.assignment()
    withdraw_assignment(given, by=cast.user("feng"))
    assert enter("chen").get(desk(given)).status_code == 404


def test_the_desk_shows_words_anchors_and_covers_the_customers_number(db, enter):
    text = enter("chen", "zh-hans").get(desk(scene.assignment())).content.decode()
    assert "宽带又断了" in text
    assert "13812345678" not in text
    assert "138****5678" in text
    assert 'name="mark-listening" value="5"' in text
    assert "还有 5 项未评" in text


def test_saving_without_scripts_keeps_marks_grounds_cause_and_line(db, enter):
    given = scene.assignment()
    sent = filled(
        do="save",
        **{
            "mark-identity": "no",
            "comment-identity": "only the number",
            "cause-identity": "process",
            "line-identity": "2",
        },
    )
    answer = enter("chen").post(desk(given), sent)
    assert answer.status_code == 302
    kept = draft_of(given).answers.get(item__code="identity")
    assert (kept.value, kept.comment, kept.cause, kept.turn) == ("no", "only the number", "process", 1)


def test_a_cause_left_over_from_a_low_mark_does_not_stay_with_a_good_one(db, enter):
    given = scene.assignment()
    enter("chen").post(desk(given), filled(do="save", **{"cause-listening": "system"}))
    assert draft_of(given).answers.get(item__code="listening").cause == ""


def test_a_note_is_kept_as_soon_as_something_is_written(db, enter):
    given = scene.assignment()
    enter("chen").post(desk(given), filled(do="save", **{"comment-remark": "well done"}))
    assert draft_of(given).answers.get(item__code="remark").value == "noted"


def test_handing_in_goes_on_to_the_next_contact_and_then_to_the_list(db, enter):
    first, second = scene.assignment(), scene.assignment()
    client = enter("chen")
    assert client.post(desk(first), filled()).url == desk(second)
    assert client.post(desk(second), filled()).url == reverse("list-assignments")
    assert Evaluation.objects.filter(is_current=True, state="submitted").count() == 2


def test_what_was_just_submitted_can_be_taken_back_from_the_next_page(db, enter):
    given = scene.assignment()
    client = enter("chen")
    page = client.post(desk(given), filled(), follow=True).content.decode()
    door = reverse("undo-submission", args=[given.pk])
    assert f'action="{door}" data-undo="10"' in page
    assert client.post(door).url == desk(given)
    assert draft_of(given).answers.get(item__code="wording").value == "5"
    assert client.post(door).status_code == 409


def test_what_is_missing_is_named_and_what_was_typed_stays(db, enter):
    given = scene.assignment()
    answer = enter("chen", "zh-hans").post(
        desk(given), filled(without=("wording",), **{"comment-listening": "listened well"})
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "还有 1 项未评：wording项" in text
    assert "listened well" in text
    assert answer.context["current"] == "wording"
    assert Evaluation.objects.count() == 0


def test_a_low_mark_without_grounds_is_refused_beside_its_item(db, enter):
    given = scene.assignment()
    answer = enter("chen").post(desk(given), filled(**{"mark-listening": "2"}))
    assert answer.status_code == 422
    assert answer.context["wrong"] == ("listening",)
    assert answer.context["current"] == "listening"


@pytest.mark.parametrize("line", ["99", "zwei", "0", "-3"])
def test_a_line_that_is_not_there_is_refused_kindly(db, enter, line):
    given = scene.assignment()
    answer = enter("chen").post(desk(given), filled(**{"line-listening": line}))
    assert answer.status_code == 422
    assert Evaluation.objects.count() == 0


def test_marks_the_card_does_not_take_are_refused_and_do_not_break_the_page(db, enter):
    given = scene.assignment()
    answer = enter("chen").post(desk(given), filled(**{"mark-listening": "7", "mark-extra": "na"}))
    assert answer.status_code == 422


def test_two_windows_do_not_overwrite_each_other_and_both_versions_stay(db, enter):
    given = scene.assignment()
    client = enter("chen")
    client.post(desk(given), filled(do="save"))
    answer = client.post(desk(given), filled(do="save", **{"mark-wording": "3", "comment-wording": "from here"}))
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "from here" in text
    assert [one.item.code for one in answer.context["apart"]] == ["wording"]
    assert draft_of(given).answers.get(item__code="wording").value == "5"
    again = client.post(
        desk(given), filled(do="save", edit_count=answer.context["sheet"].edit_count, **{"mark-wording": "3"})
    )
    assert again.status_code == 302
    assert draft_of(given).answers.get(item__code="wording").value == "3"


def test_a_second_submission_asks_why_and_keeps_the_first(db, enter):
    given = scene.assignment()
    scene.submit(given)
    client = enter("chen")
    assert 'name="reason"' in client.get(desk(given)).content.decode()
    refused = client.post(desk(given), filled(edit_count=1, **{"mark-wording": "3"}))
    assert refused.status_code == 422
    assert (
        client.post(desk(given), filled(edit_count=1, reason="heard again", **{"mark-wording": "3"})).status_code == 302
    )
    first, second = given.evaluations.order_by("revision")
    assert (first.is_current, second.is_current, second.revision_reason) == (False, True, "heard again")


def test_the_preview_is_worked_out_by_the_server_and_keeps_nothing(db, enter):
    given = scene.assignment()
    answer = enter("chen").post(reverse("preview-score", args=[given.pk]), filled(without=("record",)))
    found = answer.json()
    assert found["open"] == ["record"]
    assert found["items"]["listening"] == {"share": "80", "weight": "30%", "status": "counted"}
    assert found["tally"]["total"] == "94.0"
    assert found["tally"]["left"] == "1 item still to score"
    assert Evaluation.objects.count() == 0


def test_the_preview_says_what_a_fatal_error_costs(db, enter):
    given = scene.assignment()
    answer = enter("chen").post(reverse("preview-score", args=[given.pk]), filled(**{"mark-identity": "no"}))
    tally = answer.json()["tally"]
    assert tally["total"] == "0.0"
    assert (
        tally["fatal"]
        == "Fatal error: “Identity” failed; the whole call scores 0. Without fatal errors it would be 58.0."
    )


def test_the_desk_says_the_same_in_chinese_before_anything_is_sent(db, enter):
    given = scene.assignment()
    client = enter("chen", "zh-hans")
    client.post(reverse("keep-draft", args=[given.pk]), filled(**{"mark-identity": "no", "comment-identity": "没核"}))
    text = client.get(reverse("score-contact", args=[given.pk])).content.decode()
    assert "致命错误：identity项未通过，整通记 0 分；不算致命错误是 58.0 分。" in text


def test_the_draft_saves_itself_and_counts_on(db, enter):
    given = scene.assignment()
    client, door = enter("chen"), reverse("keep-draft", args=[given.pk])
    assert client.post(door, filled()).json()["edit_count"] == 1
    assert client.post(door, filled(edit_count=1)).json()["edit_count"] == 2
    stale = client.post(door, filled(edit_count=1, comment="older"))
    assert (stale.status_code, stale.json()["code"]) == (409, "quality.stale")


def test_what_is_saved_already_is_no_conflict_for_a_page_that_does_not_know_it(db, enter):
    given = scene.assignment()
    client, door = enter("chen"), reverse("keep-draft", args=[given.pk])
    client.post(door, filled())
    assert client.post(door, filled()).json()["edit_count"] == 1
    assert client.post(desk(given), filled()).status_code == 302
    assert client.post(desk(given), filled()).status_code == 302
    assert [one.state for one in given.evaluations.all()] == ["submitted"]


def test_flags_from_the_desk_keep_the_draft(db, enter):
    given = scene.assignment()
    client = enter(given.analyst.username)
    shown = client.post(desk(given), filled(do="flag", flags_before="", flags="vip"), follow=True).content.decode()
    assert [flag.name for flag in given.contact.flags.all()] == ["vip"]
    assert ('value="vip"' in shown, "draft saved" in shown) == (True, True)


def test_a_red_line_from_the_desk_keeps_the_draft_and_comes_back_to_it(db, enter):
    given, line = scene.assignment(), scene.red_line()
    client = enter("chen")
    door = client.post(desk(given), filled(do="red_line", without=("record",))).url
    assert door == reverse("report-red-line", args=[draft_of(given).pk])
    assert client.get(door).status_code == 200
    sent = client.post(door, {"red_line": line.pk, "reason": "swore at the customer", "line": "2"})
    assert sent.url == desk(given)
    case = Case.objects.get()
    assert (case.turn, case.reported_by, case.state) == (1, cast.user("chen"), "open")


def test_the_list_begins_with_what_was_left_half_done(db, enter):
    scene.assignment()
    begun = scene.assignment()
    save_draft(begun, by=cast.user("chen"), marks={"wording": Mark("4")}, comment="", edit_count=0)
    answer = enter("chen").get(reverse("list-assignments"))
    assert answer.context["next"] == begun
    assert "Continue scoring" in answer.content.decode()


def test_the_list_says_so_when_there_is_nothing(db, enter):
    assert "Nothing to score" in enter("chen").get(reverse("list-assignments")).content.decode()


@pytest.mark.parametrize("reader", ["li", "zhao", "feng", "wu"])
def test_only_analysts_have_a_list_of_work(db, enter, reader):
    assert enter(reader).get(reverse("list-assignments")).status_code == 403


def test_a_longer_list_takes_no_more_queries(db, enter, queries):
    client = enter("chen")
    scene.assignment()
    one = queries(client, reverse("list-assignments"))
    for _more in range(3):
        scene.assignment()
    assert queries(client, reverse("list-assignments")) == one


def test_a_longer_card_and_transcript_take_no_more_queries(db, enter, queries):
    given = scene.assignment()
    client = enter("chen")
    empty = queries(client, desk(given))
    client.post(desk(given), filled(do="save", **{"line-listening": "2", "line-wording": "1"}))
    assert queries(client, desk(given)) <= empty + 2  # the draft's answers and their items
