"""What changed between two versions laid out in rows."""

from hengcai.base.differences import ADDED, CHANGED, GONE, MOVED, NEW, REMOVED, SAME, FieldChange, Line, differences


def line(key, **fields):
    return Line("item", key, key.title(), fields)


def told(before, after):
    return [
        (one.what, one.name, [(c.name, c.before, c.after) for c in one.changes]) for one in differences(before, after)
    ]


def test_equal_versions_do_not_differ():
    assert told([line("a", weight="5")], [line("a", weight="5")]) == []


def test_a_changed_field_is_told_with_both_texts():
    found = told([line("a", weight="5", name="x")], [line("a", weight="6", name="x")])
    assert found == [(CHANGED, "A", [("weight", "5", "6")])]


def test_a_field_that_is_set_or_emptied_counts_as_changed():
    assert told([line("a", weight="5")], [line("a", points="3")]) == [
        (CHANGED, "A", [("weight", "5", ""), ("points", "", "3")])
    ]


def test_new_and_gone_rows_stand_where_they_are_and_were():
    found = told([line("a"), line("b"), line("c")], [line("a"), line("new", weight="1"), line("c")])
    assert [(what, name) for what, name, _changes in found] == [(REMOVED, "B"), (ADDED, "New")]


def test_a_row_gone_from_the_top_stands_first():
    assert [one.what for one in differences([line("a"), line("b")], [line("b"), line("c")])] == [REMOVED, ADDED]


def test_only_the_row_that_was_moved_is_told_not_all_it_passed():
    found = told([line(key) for key in "abcd"], [line(key) for key in "dabc"])
    assert found == [(MOVED, "D", [])]


def test_a_row_moved_and_changed_is_told_once_as_changed():
    assert [
        one.what
        for one in differences([line("a", w="1"), line("b"), line("c")], [line("b"), line("c"), line("a", w="2")])
    ] == [CHANGED]


def test_rows_of_two_kinds_may_share_a_key():
    both = [Line("section", "a", "S"), Line("item", "a", "I")]
    assert differences(both, both) == []


def test_a_text_is_told_piece_by_piece():
    pieces = FieldChange("anchor", "没有复述；方案给错", "没有确认；方案给错").pieces
    assert pieces == [(SAME, "没有"), (GONE, "复述"), (NEW, "确认"), (SAME, "；方案给错")]


def test_words_of_english_are_not_cut():
    pieces = FieldChange("anchor", "Greets the customer by name", "Greets the caller by name").pieces
    assert (GONE, "customer") in pieces
    assert (NEW, "caller") in pieces


def test_texts_with_little_in_common_are_told_whole():
    assert FieldChange("anchor", "abc", "完全不同").pieces == [(GONE, "abc"), (NEW, "完全不同")]
    assert FieldChange("anchor", "", "new").pieces == [(NEW, "new")]


def test_very_long_texts_are_told_whole():
    long = "字" * 5000
    assert FieldChange("anchor", long, f"{long}。").pieces == [(GONE, long), (NEW, f"{long}。")]


def test_a_number_is_told_whole():
    assert FieldChange("weight", "0.60", "0.65").pieces == [(GONE, "0.60"), (NEW, "0.65")]
