import pytest

from hengcai.base.file_names import file_name


def test_a_short_name_stays_as_it_is():
    assert file_name("2026年三月 花名册.xlsx", "file") == "2026年三月 花名册.xlsx"


@pytest.mark.parametrize("sent", ["人" * 120 + ".xlsx", "a" * 255, "a." + "b" * 250, "人" * 85])
def test_a_long_name_fits_any_file_system_with_a_word_behind_it(sent):
    assert len(file_name(sent, "file").encode() + b"-rejects.jsonl") <= 255


def test_what_kind_of_file_it_is_stays_told():
    assert file_name("人" * 120 + ".xlsx", "file").endswith("人.xlsx")


@pytest.mark.parametrize("sent", [None, "", "/", "..", "../../etc/"])
def test_no_name_leads_anywhere_else(sent):
    assert "/" not in file_name(sent, "file")
    assert file_name(sent, "file") not in ("", ".", "..")
