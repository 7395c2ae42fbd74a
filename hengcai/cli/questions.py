"""`hengcai questions convert` and `mark`: files of questions from one format into another, responses marked; no database."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.cli import questions_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import into_file, stdout_is_narrow, told
from hengcai.cli.program import DONE, SOME_REJECTED, language

if TYPE_CHECKING:
    from hengcai.assessment.formats.notes import Note, Report
    from hengcai.assessment.formats.responses import Responses

FORMATS = ("gift", "moodle", "qti21", "qti30", "xlsx", "jsonl")
MOST_TOLD = 20
EXAMPLES = {
    "convert": "bank.xml bank.jsonl\n  hengcai questions convert bank.jsonl bank.zip --to qti30",
    "mark": "bank.jsonl responses.csv --json -",
}


def add_parser(commands: Any) -> None:
    group = commands.add_parser("questions", help=told("cli_questions.help"), description=told("cli_questions.help"))
    kinds = group.add_subparsers(dest="questions", metavar="ACT", required=True)
    convert = _command(kinds, "convert")
    convert.add_argument("source", metavar="IN", type=Path, help=told("cli_questions.source"))
    convert.add_argument("target", metavar="OUT", type=Path, help=told("cli_questions.target"))
    convert.add_argument("--from", dest="source_format", metavar="F", choices=FORMATS, help=told("cli_questions.from"))
    convert.add_argument("--to", dest="target_format", metavar="F", choices=FORMATS, help=told("cli_questions.to"))
    convert.add_argument("--language", metavar="zh|en", choices=("zh", "en"), help=told("cli_questions.language"))
    convert.set_defaults(run=run_convert)
    mark = _command(kinds, "mark")
    mark.add_argument("source", metavar="QUESTIONS", type=Path, help=told("cli_questions.questions"))
    mark.add_argument("responses", metavar="RESPONSES", type=Path, help=told("cli_questions.responses"))
    mark.add_argument("--from", dest="source_format", metavar="F", choices=FORMATS, help=told("cli_questions.from"))
    mark.set_defaults(run=run_mark)


def _command(kinds: Any, name: str) -> Any:
    command = kinds.add_parser(
        name,
        help=told(f"cli_questions.{name}"),
        description=told(f"cli_questions.{name}"),
        epilog=f"{told('appraise.example')}\n  hengcai questions {name} {EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--json", metavar="-|FILE", help=told("cli_questions.json"))
    return command


def run_convert(chosen: argparse.Namespace) -> int:
    from hengcai.assessment.formats.known import convert

    report = _report(chosen.source)
    forms = (chosen.source_format, chosen.target_format)
    spoken = chosen.language or ("en" if language().startswith("en") else "zh")
    done = convert(chosen.source, chosen.target, report, forms=forms, language=spoken)
    found = {"written": done.written, "lost": done.lost, "left_out": done.left_out}
    if chosen.json:
        _write_json(found, chosen)
    print(told("cli_questions.written", path=chosen.target, count=done.written), file=sys.stderr)
    return SOME_REJECTED if done.lost or done.left_out else DONE


def run_mark(chosen: argparse.Namespace) -> int:
    from hengcai.assessment.formats.known import read_questions
    from hengcai.assessment.formats.responses import COLUMNS, Responses
    from hengcai.base.tables.reading import Columns
    from hengcai.cli.appraise import feed

    report = _report(chosen.source)
    questions = {one.id: one for one in read_questions(chosen.source, report, form=chosen.source_format)}
    responses = Responses(questions)
    feed(chosen.responses, Columns(COLUMNS, flat=True, ids=COLUMNS[:2]), responses.take)
    _tell_odd(responses, chosen.responses)
    found = list(responses.marks())
    if chosen.json:
        _write_json({"people": found}, chosen)
    else:
        _print_people(found)
    return SOME_REJECTED if report.left_out else DONE


def _report(source: Path) -> "Report":
    """Each note on a line of its own, as it comes."""
    from hengcai.assessment.formats.notes import Report
    from hengcai.assessment.formats.telling import told_note
    from hengcai.assessment.words import question_files, questions
    from hengcai.base.say import register

    for words in (questions.WORDS, question_files.WORDS):
        register({code: {"zh": zh, "en": en} for code, (zh, en) in words.items()})

    def tell(note: "Note") -> None:
        print(told_note(note, language()), file=sys.stderr)

    return Report(source.name, tell)


def _tell_odd(responses: "Responses", path: Path) -> None:
    for person, question, parts in responses.odd[:MOST_TOLD]:
        facts = {"file": path.name, "whom": person, "question": question, "parts": parts}
        print(say(NotValid("questions.part_unknown", **facts), language()), file=sys.stderr)
    if len(responses.odd) > MOST_TOLD:
        print(told("cli_questions.more_odd", count=len(responses.odd) - MOST_TOLD), file=sys.stderr)


def _write_json(found: dict[str, Any], chosen: argparse.Namespace) -> None:
    if chosen.json == "-":
        print(json.dumps(found, ensure_ascii=stdout_is_narrow()))
        return
    text = json.dumps(found, ensure_ascii=False)
    into_file(Path(chosen.json), lambda stream: stream.write(text.encode() + b"\n"))


def _print_people(people: list[dict[str, Any]]) -> None:
    for one in people:
        print(f"{one['person']}\t{one['points']}/{one['of']}\t{one['percent'] or '-'}%")
