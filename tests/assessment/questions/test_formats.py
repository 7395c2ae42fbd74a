"""Out and in again: what comes back is what went out, but for what was named; ids, shares and texts whatever signs they hold."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from hengcai.assessment.formats.known import FORMATS
from hengcai.assessment.formats.markup.texts import from_html, from_plain, renders_alike, to_html
from hengcai.assessment.rules.question_objects import question_of
from hengcai.base.errors import NotValid
from tests.assessment.questions.alike import check_alike, left_out, lost_of, there_and_back
from tests.assessment.questions.making import questions

MAY_BE_LEFT_OUT = {
    "gift": {"single", "true_false", "short", "matching", "cloze"},
    "moodle": {"true_false", "matching", "cloze"},
    "qti21": {"cloze"}, "qti30": {"cloze"}, "xlsx": set(), "jsonl": set(),
}  # fmt: skip


def numbered(several):
    return [replace(one, id=f"{one.id}-{place}") for place, one in enumerate(several)]


def check(several, form):
    with TemporaryDirectory() as folder:
        try:
            found, report = there_and_back(several, form, Path(folder))
        except NotValid:
            if {one.kind for one in several} - MAY_BE_LEFT_OUT[form]:
                raise
            return
    out = left_out(report)
    for one in several:
        if one.id in out:
            assert one.kind in MAY_BE_LEFT_OUT[form]
        elif form == "jsonl":
            assert found[one.id] == one
        else:
            check_alike(one, found[one.id], lost_of(report, one))
    assert len(found) == len(several) - len(out)


def tried(form, times):
    @given(some.lists(questions(), min_size=1, max_size=3).map(numbered))
    @settings(max_examples=times, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    def out_and_in_again(several):
        check(several, form)

    out_and_in_again()


@pytest.mark.parametrize("form", FORMATS)
def test_questions_come_back_as_they_went_out(form):
    tried(form, 100)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_ever_so_many_questions_come_back_as_they_went_out(form):
    tried(form, 1000)


PIECES = ["word", "工单", "**bold**", "*em*", "`code`", "[a](http://x.y)", "a_b", "1.", "2*3", "#", "- ", "> ", "\n", "\n\n", "\\*", "&amp;", "<b>", "`",
          "**", "_u_", "!", "    ", "```\nx\n```", "---", "\n- a\n- b\n", " ", "“重”", "**“重”**", "\\\n", "![x](http://a.b/c)"]  # fmt: skip
MARKDOWN = some.lists(some.sampled_from(PIECES), min_size=1, max_size=7).map("".join)


@given(MARKDOWN)
@settings(max_examples=300, deadline=None)
def test_markdown_comes_back_from_the_html_it_renders_as(text):
    lost = set()
    assert renders_alike(from_html(to_html(text), lost), text)
    assert lost == set()


@given(MARKDOWN)
@settings(max_examples=300, deadline=None)
def test_plain_text_shows_as_it_stands(text):
    told = to_html(from_plain(text))
    assert "<em>" not in told
    assert "<a " not in told
    assert "<li>" not in told


@pytest.mark.parametrize(
    ("source", "text", "lost"),
    [("<p>Hi <b>x</b></p>", "Hi **x**", set()), ("a&nbsp;b", "a b", set()), ("<ul><li>a<li>b</ul>", "- a\n- b", set()),
     ("x<sup>2</sup>", "x2", {"formatting"}), ("<table><tr><td>a<td>b</table>", "a\n\nb", {"table"}), ("<img src='x.png' alt='pic'>", "pic", {"image"}),
     ("<p>后<strong>“重”</strong>后</p>", "&#21518;**“重”**&#21518;", set())],
)  # fmt: skip
def test_html_is_told_in_markdown(source, text, lost):
    found = set()
    assert from_html(source, found) == text
    assert found == lost


@pytest.mark.parametrize(
    "source",
    ["<script>x()</script>", "<a onclick='x()'>a</a>", "<a href='java\nscript:x()'>a</a>", "<img src=x onerror=y>"],
)
def test_script_in_a_text_is_refused(source):
    with pytest.raises(NotValid, match=r"questions\.script"):
        from_html(f"<p>{source}</p>", set())


@pytest.mark.parametrize("form", ["moodle", "xlsx"])
def test_a_gaps_answers_keep_their_spaces_and_end_in_a_backslash(form, tmp_path):
    gaps = [{"id": "1", "answers": [{"value": "a  b \\", "share": "1"}, {"value": "c", "share": "1/2"}]}]
    question = question_of({"id": "q", "kind": "cloze", "text": "x {{1}}", "gaps": gaps})
    found, report = there_and_back([question], form, tmp_path)
    check_alike(question, found["q"], lost_of(report, question))
