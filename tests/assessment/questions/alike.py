"""Whether a question that came back is the one that went out, but for what was said to be lost."""

from dataclasses import replace
from pathlib import Path

from hengcai.assessment.formats.known import convert
from hengcai.assessment.formats.markup.texts import renders_alike
from hengcai.assessment.formats.notes import Report
from hengcai.assessment.rules.questions import CLOZE, ESSAY, MATCHING, SHUFFLED, TRUE_FALSE, in_language

SUFFIX = {"gift": "gift", "moodle": "xml", "qti21": "zip", "qti30": "zip", "xlsx": "xlsx", "jsonl": "jsonl"}


def there_and_back(questions, form, folder: Path):
    """The questions read again by id, and by id what was said of each on the way out."""
    from hengcai.assessment.formats.jsonl import jsonl_lines
    from hengcai.assessment.formats.known import read_questions

    start, away = folder / "start.jsonl", folder / f"away.{SUFFIX[form]}"
    start.write_text("".join(jsonl_lines(questions, Report("start"), language="zh")), "utf-8")
    out, back = Report("start.jsonl"), Report(away.name)
    convert(start, away, out, forms=("jsonl", form), language="zh")
    found = {one.id: one for one in read_questions(away, back)}
    assert [str(note.refusal) for note in back.notes] == []
    return found, out


def lost_of(report: Report, question) -> set[str]:
    return {
        part
        for note in report.notes
        if note.question == question.id and not note.is_left_out
        for part in note.refusal.facts["parts"]
    }


def left_out(report: Report) -> set[str]:
    return {note.question for note in report.notes if note.is_left_out}


def check_alike(before, after, lost: set[str]) -> None:
    before = in_language(before, "zh")
    if "language" in lost or "second_language" in lost:
        before = replace(before, language=after.language)
    for name in ("id", "kind", "language", "competency", "level", "points"):
        assert name in lost or getattr(before, name) == getattr(after, name), name
    assert "tags" in lost or list(dict.fromkeys(before.tags)) == list(dict.fromkeys(after.tags))
    assert before.kind not in SHUFFLED or "shuffle" in lost or before.shuffle == after.shuffle
    loosely = "formatting" in lost
    check_text(before.text, after.text, loosely=loosely)
    check_text(before.feedback, after.feedback)
    if before.kind == ESSAY and "guidance" not in lost:
        check_text(before.guidance, after.guidance)
    check_options(before.options, after.options, lost)
    check_answers(before, before.answers, after.answers, lost)
    check_pairs(before, after, lost)
    if before.kind == CLOZE:
        check_gaps(before, after, lost)


def check_text(before, after, *, loosely=False):
    assert loosely or renders_alike(before, after), (before, after)


def check_options(before, after, lost):
    assert [one.share for one in before] == [one.share for one in after], (before, after)
    for one, other in zip(before, after, strict=True):
        check_text(one.text, other.text, loosely="formatting" in lost)
        if "answer_feedback" not in lost:
            check_text(one.feedback, other.feedback)


def check_answers(question, before, after, lost):
    if question.kind == TRUE_FALSE:
        before, after = ([one for one in some if one.share or one.feedback] for some in (before, after))
    told = [(one.value.strip(), one.share, one.tolerance if "tolerance" not in lost else None) for one in before]
    again = [(one.value, one.share, one.tolerance if "tolerance" not in lost else None) for one in after]
    assert told == again, (told, again)
    for one, other in zip(before, after, strict=True):
        if "answer_feedback" not in lost:
            check_text(one.feedback, other.feedback)


def check_pairs(before, after, lost):
    if before.kind != MATCHING:
        return
    assert [one.right.strip() for one in before.pairs] == [one.right for one in after.pairs]
    for one, other in zip(before.pairs, after.pairs, strict=True):
        check_text(one.left, other.left)
    if "distractors" not in lost:
        assert [one.strip() for one in before.distractors] == list(after.distractors)


def check_gaps(before, after, lost):
    assert "gap_ids" in lost or [one.id for one in before.gaps] == [one.id for one in after.gaps]
    for one, other in zip(before.gaps, after.gaps, strict=True):
        check_options(one.options, other.options, lost)
        check_answers(before, one.answers, other.answers, lost)
