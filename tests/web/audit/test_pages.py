import re
from dataclasses import replace
from html import unescape

import pytest
from django.db import connection

from hengcai.appraisal.actions.ratings import save_rating
from hengcai.audit.action import note
from hengcai.audit.models import Entry
from hengcai.audit.queries import head
from tests.appraisal import stage
from tests.cast import user

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    """What a reader sees of a page, in one line."""
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main")[0])
    return unescape(" ".join(plain.split()))


def shown(client, name="sun", *, language="en") -> str:
    reader = user(name)
    reader.language = language
    reader.save()
    client.force_login(reader)
    return text(client.get("/audit/"))


def test_the_log_is_shown_to_the_administrator_and_hides_who_acted_on_them(client):
    note("open_report", user("sun"), by=user("wang"))
    note("read_team_gaps", user("li"), by=user("zhao"))
    page = shown(client)
    assert "Read a team's gaps" in page
    assert "open_report" not in page


def test_acts_and_things_are_told_in_the_reader_s_language(client):
    note("export_people", user("li"), by=user("zhao"))
    assert f"导出了人员 账号 {user('li').pk}" in shown(client, language="zh-hans")
    assert f"Exported people account {user('li').pk}" in shown(client)


def test_an_act_of_an_earlier_build_keeps_its_code(client):
    note("fly_away", [1, 2, 3], by=user("zhao"))
    assert "fly_away 3 rows" in shown(client)


def test_of_a_rating_form_the_log_tells_neither_who_nor_which(client):
    cycle = stage.open_quarter()
    forms = [stage.task(cycle, source="self"), stage.task(cycle), stage.task(cycle, source="practical")]
    for form, rater in zip(forms, ("li", "zhao", "zhou"), strict=True):
        stage.send(form, by=rater)
    for reader in ("sun", "qian"):
        shown(client, reader)
        lines = re.findall(r"<tr>.*?</tr>", client.get("/audit/").content.decode(), re.DOTALL)
        said = [" ".join(re.sub("<[^>]+>", " ", one).split()) for one in lines if "Submitted a rating form" in one]
        day = r"\d+ \w{3}"
        told = rf"\d+ {day} Who rated whom is not shown Submitted a rating form rating form [0-9a-f]{{12}}"
        assert [one for one in said if not re.fullmatch(told, one)] == []
        assert len(said) == len(forms)


def test_the_log_has_no_gap_where_somebody_rated_its_reader(client):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle, source="self"), by="li")
    form = stage.task(cycle)
    stage.send(form, by="zhao")
    about = Entry.objects.filter(thing=f"appraisal.ratingtask:{form.pk}", action="send_rating")
    about.update(subject=user("sun").pk)
    number = about.get().number
    assert re.search(rf" {number} \d+ \w{{3}} Who rated whom is not shown Submitted a rating form", shown(client))


def test_a_file_of_the_log_tells_no_more_than_its_page(client):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle), by="zhao")
    shown(client)
    lines = b"".join(client.get("/audit/", {"to": "csv", "sort": "number"}).streaming_content).decode().splitlines()
    (sent,) = [line for line in lines if "Submitted a rating form" in line]
    _number, when, who, *_rest = sent.split(",")
    assert (len(when), who) == (len("2026-03-31"), "")
    assert lines[1].startswith("1,")


def test_nothing_a_rater_said_stands_behind_an_entry():
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle, source="self"), by="li")
    form = stage.task(cycle)
    given = stage.all_at(form, 5)
    first = next(iter(given))
    stage.train("zhao")
    given[first] = replace(given[first], comment="a word of mine", reason="for a reason")
    save_rating(form, by=user("zhao"), given=given, comment="and of the whole", edit_count=0)
    kept = [entry.kept.values for entry in Entry.objects.filter(action__in=["save_rating", "send_rating"])]
    assert len(kept) == 2
    assert not [values for values in kept if {"given", "comment"} & values.keys()]
    assert not re.search("a word of mine|for a reason|of the whole|Fraction", str(kept))


def test_a_broken_moment_is_said_and_breaks_nothing(client):
    note("export_people", user("li"), by=user("zhao"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET at = 'yesterday'")
    assert "Time cannot be read" in shown(client)


def test_the_page_says_since_when_nobody_has_kept_a_head(client, settings, tmp_path):
    note("export_people", user("li"), by=user("zhao"))
    assert "The chain head has never been saved elsewhere since the log began on" in shown(client)
    assert "If HENGCAI_AUDIT_HEADS is set, the chain head is saved automatically" in shown(client)
    client.get("/audit/head/")
    assert "The chain head was last saved elsewhere on" in shown(client)
    settings.HOME, settings.AUDIT_HEADS = tmp_path / "home", str(tmp_path / "heads.jsonl")
    assert "saved automatically" not in shown(client)


def test_the_head_can_be_kept_elsewhere_and_the_log_says_so(client):
    note("open_report", user("li"), by=user("zhao"))
    client.force_login(user("sun"))
    kept = client.get("/audit/head/").json()
    assert (kept["number"], kept["hash"]) == head()
    assert "Saved the chain head elsewhere" in shown(client)


def test_others_do_not_see_the_log(client):
    client.force_login(user("li"))
    assert client.get("/audit/").status_code == 403
    assert client.get("/audit/head/").status_code == 403
