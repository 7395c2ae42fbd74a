import json

import pytest

from hengcai.base.errors import NotValid
from hengcai.framework import rules, shipped
from hengcai.framework.files import read_definition, write_definition

KINDS = ("yaml", "json", "xlsx")


@pytest.mark.parametrize("kind", KINDS)
def test_a_library_comes_back_from_its_file_as_it_went(tmp_path, kind):
    path, definition = tmp_path / f"library.{kind}", rules.normalised(shipped.shipped_definition())
    write_definition(definition, path)
    found = rules.normalised(read_definition(path))
    assert found == definition
    assert list(rules.problems(found)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_posts_come_back_from_their_file_as_they_went(tmp_path, kind):
    path, posts = tmp_path / f"posts.{kind}", shipped.shipped_posts()
    write_definition(posts, path)
    assert read_definition(path) == posts


def test_another_kind_of_file_is_refused(tmp_path):
    for call in (read_definition, lambda path: write_definition({}, path)):
        with pytest.raises(NotValid, match="file_kind"):
            call(tmp_path / "library.docx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", b"library: ["), ("a.yaml", b"a: &x [1]\nb: *x\n"), ("a.yaml", b"\xff\xfe\xfa"), ("a.json", b"{"),
        ("a.json", b"[" * 100_000), ("a.yaml", b" " * (9 << 20)),
    ],
    ids=["open bracket", "alias", "not text", "open brace", "deep", "huge"],
)  # fmt: skip
def test_a_broken_file_is_refused_by_name(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotValid, match="file_broken") as caught:
        read_definition(path)
    assert caught.value.facts["file"] == name


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(NotValid, match="file_missing"):
        read_definition(tmp_path / "none.yaml")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(NotValid, match="file_broken"):
        read_definition(tmp_path / "folder.json")


def workbook(path, *rows):
    from hengcai.base.sheets import Sheet, write_sheet

    write_sheet(path, Sheet("any", ("place", "zh", "en", "value"), rows))
    return path


def test_a_workbook_names_the_row_whose_place_is_wrong(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ("library[1].dimension.id", "", "", "x"), ("somewhere else", "字", "word", ""))
    with pytest.raises(NotValid, match="place_malformed") as caught:
        read_definition(path)
    assert caught.value.facts["row"] == 3


def test_a_text_put_under_another_text_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ("name", "", "", "x"), ("name.more", "字", "word", ""))
    with pytest.raises(NotValid, match="not_mapping"):
        read_definition(path)


def test_a_lone_side_of_a_workbook_is_found_by_the_rules(tmp_path):
    definition = rules.normalised(shipped.shipped_definition())
    definition["library"][0]["competencies"][0]["name"] = {"zh": "倾听", "en": ""}
    write_definition(definition, tmp_path / "a.xlsx")
    found = rules.normalised(read_definition(tmp_path / "a.xlsx"))
    assert [one.code for one in rules.problems(found)] == ["framework.text_missing"]


def test_exported_json_is_plain(tmp_path):
    write_definition(shipped.shipped_posts(), tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["posts"][0]["profile"][0]["required"] == "4.5"
