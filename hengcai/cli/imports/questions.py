"""Questions of any format as drafts of the bank; what could not come along is named line by line, and so is what the bank
asks already."""

import argparse
import sys
from typing import Any


def bring(chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.assessment.actions import import_bank_questions
    from hengcai.assessment.formats.known import read_questions
    from hengcai.assessment.formats.notes import Note, Report
    from hengcai.assessment.formats.telling import told_note
    from hengcai.assessment.rules.question_objects import object_of
    from hengcai.cli.program import language

    def tell(note: Note) -> None:
        print(told_note(note, language()), file=sys.stderr)

    report = Report(chosen.file.name, tell)
    questions = list(read_questions(chosen.file, report))
    contents = [object_of(one) for one in questions]
    alike = _told_alike(questions)
    made = [] if chosen.dry_run else import_bank_questions(the_centre(), by=system_user(), contents=contents)
    added = len(contents) if chosen.dry_run else len(made)
    known = len(contents) - added
    return {"questions": added, "known": known, "alike": alike, "lost": report.lost, "left_out": report.left_out}


def _told_alike(questions: list[Any]) -> int:
    """They come in all the same: whoever reviews them is asked again."""
    from hengcai.assessment.alike import bank_prints
    from hengcai.assessment.rules.likeness import Lookup, prints
    from hengcai.base.say import sentence
    from hengcai.cli.program import language

    bank, count = Lookup(bank_prints()), 0
    for one in questions:
        if found := bank.like(prints(one), but=one.id):
            count += 1
            facts = {"question": one.id, "codes": list(found)[:5]}
            print(sentence("bank.alike_there", language(), facts), file=sys.stderr)
    return count
