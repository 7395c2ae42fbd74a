"""The library and profiles as files: out, in again as drafts, out again the same; what is wrong is one clear line."""

import json
from copy import deepcopy

import pytest
import yaml

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.framework.actions import publish_profile
from hengcai.framework.models import Framework, Post, Profile
from tests import cast
from tests.framework.stage import in_force
from tests.standing import standing

standards = standing(in_force)
pytestmark = pytest.mark.usefixtures("standards")
KINDS = ("yaml", "json", "xlsx")


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def taken_out(path, *arguments) -> bytes:
    assert run(["export", *arguments, "--to", str(path)]) == 0
    return path.read_bytes()


def refused(capsys, *arguments) -> str:
    """The one line a refusal says."""
    capsys.readouterr()
    assert run([*map(str, arguments)]) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    return shown.err.strip()


def library(path) -> dict:
    return yaml.safe_load(taken_out(path, "framework").decode())


def written(path, definition):
    path.write_text(yaml.safe_dump(definition, allow_unicode=True, sort_keys=False), "utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_library_goes_out_comes_in_as_a_draft_and_goes_out_the_same(db, tmp_path, kind):
    before = in_force()
    first = tmp_path / f"first.{kind}"
    out = taken_out(first, "framework")
    assert run(["import", "framework", str(first)]) == 0
    draft = Framework.objects.get(number=2)
    assert (draft.state, Framework.objects.get(pk=before.pk).state) == ("draft", "published")
    again = taken_out(tmp_path / f"again.{kind}", "framework", "--version", "2")
    if kind == "xlsx":  # the archive around it carries the hour
        taken_out(tmp_path / "again.yaml", "framework", "--version", "2")
        out, again = taken_out(tmp_path / "first.yaml", "framework"), (tmp_path / "again.yaml").read_bytes()
    assert again == out


def test_both_languages_stand_side_by_side_as_in_the_shipped_files(db, tmp_path):
    from hengcai.framework.rules import normalised
    from hengcai.framework.shipped import shipped_definition, shipped_posts

    in_force()
    assert library(tmp_path / "a.yaml") == normalised(shipped_definition())
    assert yaml.safe_load(taken_out(tmp_path / "b.yaml", "profile").decode()) == shipped_posts()


def test_a_draft_is_said_and_a_second_one_is_not_begun(db, tmp_path, capsys):
    in_force()
    taken_out(tmp_path / "a.yaml", "framework")
    capsys.readouterr()
    assert run(["import", "framework", str(tmp_path / "a.yaml"), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "kind": "framework", "file": "a.yaml", "state": "draft", "version": 2, "competencies": 67,
    }  # fmt: skip
    said = refused(capsys, "import", "framework", tmp_path / "a.yaml")
    assert said == "hengcai: Version 2 is still a draft. Publish or discard it before you create another one."
    assert Entry.objects.filter(action="load_definition").count() == 1


@pytest.mark.parametrize("kind", ["framework", "profile"])
def test_a_dry_run_says_what_would_be_and_keeps_nothing(db, tmp_path, capsys, kind):
    in_force()
    taken_out(tmp_path / "a.json", kind)
    entries = Entry.objects.count()
    capsys.readouterr()
    assert run(["import", kind, str(tmp_path / "a.json"), "--dry-run"]) == 0
    assert "a.json (checked only): no errors" in capsys.readouterr().out
    assert not Framework.objects.filter(state="draft").exists()
    assert not Profile.objects.filter(state="draft").exists()
    assert Entry.objects.count() == entries


def _lone_side(found):
    found["library"][0]["competencies"][0]["name"].pop("en")


def _level_missing(found):
    kbi = next(one for one in found["library"][0]["competencies"] if "includes" not in one)["kbis"][0]
    del kbi["anchors"][5]


def _stranger(found):
    found["models"][0]["parts"][0]["competencies"].append("flying")


def _twice(found):
    again = deepcopy(found["library"][0])
    again["dimension"]["id"] = "other"
    found["library"].append(again)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_lone_side, "listening.name: the en text is missing"),
        (_level_missing, "listening.restates.anchors: levels 1, 3, 4 and 5 are required"),
        (_stranger, ": “flying” is not in the library."),
        (_twice, "library: “listening” appears twice."),
    ],
)
def test_what_is_wrong_in_a_library_is_one_line_that_names_the_place(db, tmp_path, capsys, spoil, said):
    in_force()
    found = library(tmp_path / "a.yaml")
    spoil(found)
    line = refused(capsys, "import", "framework", written(tmp_path / "b.yaml", found))
    assert line.startswith("hengcai: b.yaml: ")
    assert said in line
    assert Framework.objects.count() == 1


@pytest.mark.parametrize("kind", ["framework", "profile"])
@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "3", "library", "{}", "library: 3", "library: [{}]", "library: [{dimension: {id: a}, competencies: [{}]}]",
        "{library: [], models: [3], groups: [3]}", "{library: [], models: [{id: a}], groups: [{id: b, indicators: [1]}]}",
        "posts: 3", "posts: [{}]", "posts: [3]", "posts: [{id: x, name: {zh: 一, en: X}, model: two_part, profile: [3]}]",
        "posts: [{id: x, name: 3, model: [1], profile: [{competency: [1]}]}]", "a: [", "a: &x 1\nb: *x",
    ],
)  # fmt: skip
def test_no_file_however_odd_is_more_than_one_line(db, tmp_path, capsys, kind, content):
    in_force()
    path = tmp_path / "odd.yaml"
    path.write_text(content, "utf-8")
    assert refused(capsys, "import", kind, path).startswith("hengcai: odd.yaml: ")
    assert Profile.objects.filter(state="draft").count() == 0
    assert Framework.objects.count() == 1


def test_profiles_go_out_come_in_as_drafts_and_go_out_the_same(db, tmp_path):
    in_force()
    out = taken_out(tmp_path / "a.yaml", "profile")
    assert run(["import", "profile", str(tmp_path / "a.yaml")]) == 0
    drafts = list(Profile.objects.filter(state="draft"))
    assert {draft.number for draft in drafts} == {2}
    assert taken_out(tmp_path / "b.yaml", "profile") == out
    for draft in drafts:
        publish_profile(draft, by=cast.user("zheng"), today=cast.MONDAY)
    assert taken_out(tmp_path / "b.yaml", "profile") == out


@pytest.mark.parametrize("kind", KINDS)
def test_one_post_s_profile_leaves_the_others_and_their_order(db, tmp_path, kind):
    in_force()
    order = list(Post.objects.order_by("order").values_list("code", flat=True))
    path = tmp_path / f"a.{kind}"
    taken_out(path, "profile", "--post", "outbound")
    out = taken_out(tmp_path / "a.json", "profile", "--post", "outbound")
    assert run(["import", "profile", str(path)]) == 0
    assert taken_out(tmp_path / "b.json", "profile", "--post", "outbound", "--version", "2") == out
    assert list(Post.objects.order_by("order").values_list("code", flat=True)) == order
    assert Profile.objects.filter(state="draft").count() == 1
    assert Profile.objects.get(post__code="outbound", number=1).state == "published"


def test_a_new_post_comes_last(db, tmp_path, capsys):
    in_force()
    found = yaml.safe_load(taken_out(tmp_path / "a.yaml", "profile", "--post", "outbound").decode())
    found["posts"][0] |= {"id": "video", "name": {"zh": "视频客服", "en": "Video agent"}}
    capsys.readouterr()
    assert run(["import", "profile", str(written(tmp_path / "b.yaml", found))]) == 0
    assert "profiles now in draft (1): video v1" in capsys.readouterr().out
    assert list(Post.objects.order_by("order").values_list("code", flat=True))[-1] == "video"
    said = refused(capsys, "export", "profile", "--post", "video")
    assert "has no profile in force. To see a draft, state its version." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "framework", "--version", "9"], "There is no version 9 of the library. Available: 1."),
        (["export", "profile", "--post", "pilot"], "There is no role “pilot”. Available: inbound"),
        (["export", "profile", "--post", "inbound", "--version", "9"], "has no version 9."),
        (["export", "profile", "--version", "1"], "State which role version 1 belongs to."),
        (["import", "framework", "nowhere.yaml"], "nowhere.yaml: there is no such file."),
        (
            ["import", "profile", "nowhere.docx"],
            "nowhere.docx: a library or role profile must be a .yaml, .json or .xlsx file.",
        ),
        (["import", "framework", "a.yaml", "--update"], "importing framework has no option “--update”."),
        (["import", "cats", "a.yaml"], "ratings, framework, profile"),
    ],
)
def test_bad_usage_is_one_clear_line(db, capsys, arguments, said):
    in_force()
    assert said in refused(capsys, *arguments)


def test_without_a_library_there_is_nothing_to_give_out_or_to_rest_on(db, tmp_path, capsys):
    Framework.objects.update(state="retired")
    assert "No competency library is in force yet" in refused(capsys, "export", "framework")
    path = written(tmp_path / "a.yaml", {"posts": []})
    assert "No competency library is in force yet" in refused(capsys, "import", "profile", path)


def test_what_is_given_out_is_noted(db, tmp_path):
    framework = in_force()
    taken_out(tmp_path / "a.yaml", "framework")
    taken_out(tmp_path / "b.yaml", "profile", "--post", "inbound")
    assert Entry.objects.get(action="export_framework").thing == f"framework.framework:{framework.pk}"
    assert Entry.objects.get(action="export_profiles").kept.values["post"] == "inbound"


def test_without_a_file_it_is_yaml_on_standard_output(db, tmp_path, capsys):
    in_force()
    capsys.readouterr()
    assert run(["export", "profile", "--post", "inbound"]) == 0
    assert [post["id"] for post in yaml.safe_load(capsys.readouterr().out)["posts"]] == ["inbound"]
    assert run(["export", "framework", "--to", str(tmp_path / "a.csv")]) == 2
