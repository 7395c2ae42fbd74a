"""A survey's results as a file, under the same veil as its page: what is hidden there is hidden here."""

from collections.abc import Iterator
from typing import Any

from hengcai.assessment.queries.results import Group, Line, Results
from hengcai.assessment.rules.kinds import KINDS
from hengcai.assessment.rules.tally import Told
from hengcai.base.bilingual import Bilingual
from hengcai.base.say import sentence
from hengcai.base.sheets import Sheet, workbook
from hengcai.base.tables.csv_out import csv_bytes

HEADS = ("question", "text", "by", "group", "n", "mean", "low", "high", "answer", "count")
Row = dict[str, Any]


def survey_rows(results: Results, language: str) -> Iterator[Row]:
    """One row an answer a group; of what is hidden one row that says so."""
    for line in results.lines:
        if KINDS[line.question.kind].is_text:
            continue
        yield from _rows(line, "all", "", line.all, language)
        for by, groups in line.groups.items():
            for group in groups:
                yield from _rows(line, by, _name(by, group, language), group.told, language)


def text_rows(results: Results, language: str) -> Iterator[tuple[str, str, str]]:
    for line in results.lines:
        for text in line.texts:
            yield line.key, _read(line.text, language), text


def survey_csv(results: Results, language: str) -> bytes:
    return csv_bytes(HEADS, ([row[name] for name in HEADS] for row in survey_rows(results, language)))


def survey_xlsx(results: Results, language: str) -> bytes:
    heads = [sentence(f"assessment.head.{name}", language, {}) for name in HEADS]
    rows = [[row[name] for name in HEADS] for row in survey_rows(results, language)]
    said = sentence("assessment.sheet.figures", language, {}), sentence("assessment.sheet.texts", language, {})
    facts = {"asked": results.n_asked, "answered": results.n_answered, "threshold": results.threshold}
    about = [[sentence("assessment.sheet.about", language, facts)], [str(results.survey.name)]]
    return workbook([
        Sheet(said[0], heads, rows),
        Sheet(said[1], [heads[0], heads[1], heads[8]], [list(one) for one in text_rows(results, language)]),
        Sheet(sentence("assessment.sheet.notes", language, {}), [""], about, widths=(90,)),
    ])  # fmt: skip


def _rows(line: Line, by: str, group: str, told: Told | None, language: str) -> Iterator[Row]:
    head = {"question": line.key, "text": _read(line.text, language), "by": by, "group": group}
    if told is None:
        hidden = sentence("assessment.hidden", language, {})
        yield {**head, **dict.fromkeys(("n", "mean", "low", "high", "count")), "answer": hidden}
        return
    mean = told.mean
    figures = {name: _rounded(getattr(mean, name) if mean else None) for name in ("low", "high")}
    figures["mean"] = _rounded(mean.estimate if mean else None)
    for value in line.values:
        answer = _read(line.label(value), language)
        yield {**head, "n": told.n, **figures, "answer": answer, "count": told.counts.get(value, 0)}


def _name(by: str, group: Group, language: str) -> str:
    if by == "tenure" and group.code:
        return sentence(f"assessment.tenure.{group.code}", language, {})
    return _read(group.name, language) or sentence("assessment.group.unknown", language, {})


def _read(text: Any, language: str) -> str:
    return text.read(language) if isinstance(text, Bilingual) else str(text or "")


def _rounded(value: float | None) -> str | None:
    return None if value is None else f"{value:.2f}"
