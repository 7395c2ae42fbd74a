"""`hengcai survey`: surveys and their results under the veil their page has; an export stands in the audit log."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import survey_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

HEADS = ("id", "name", "state", "is_anonymous", "answered", "asked", "closes_on")


def add_parser(commands: Any) -> None:
    group = commands.add_parser("survey", help=told("survey_cli.help"), description=told("survey_cli.help"))
    kinds = group.add_subparsers(dest="survey", metavar="list|export", required=True)
    subcommand(kinds, "survey", "list", "--json -", words="survey_cli").set_defaults(run=run_list)
    export = subcommand(kinds, "survey", "export", "3 --to survey.xlsx", words="survey_cli")
    export.add_argument("number", metavar="SURVEY", type=int, help=told("survey_cli.number"))
    export.add_argument("--to", metavar="FILE", type=Path, help=told("survey_cli.to"))
    export.set_defaults(run=run_export)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.assessment.queries.surveys import surveys_seen_by

    rows = [_head(one) for one in surveys_seen_by(system_user())]
    if chosen.json:
        json.dump({"surveys": rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
        print()
    elif rows:
        from hengcai.cli.measure.output import print_rows

        heads = [told(f"survey_cli.head.{name}") for name in HEADS]
        print_rows([[str(cell) for cell in row] for row in (heads, *(list(one.values()) for one in rows))])
    else:
        print(told("survey_cli.none"))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """XLSX or CSV by the file's ending; without a file CSV, with --json one object."""
    if chosen.to and chosen.to.suffix.lower() not in (".xlsx", ".csv"):
        raise NotValid("survey_cli.ending", name=chosen.to.name)
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.assessment.exporting import survey_csv, survey_rows, survey_xlsx
    from hengcai.assessment.queries.results import results_of
    from hengcai.assessment.queries.surveys import surveys_seen_by
    from hengcai.cli.rows import noted

    found = surveys_seen_by(system_user()).filter(pk=chosen.number).first()
    if found is None:
        raise NotValid("survey_cli.unknown", number=chosen.number)
    results = results_of(found, system_user())
    noted("export_survey", found)
    if chosen.to:
        is_book = chosen.to.suffix.lower() == ".xlsx"
        chosen.to.write_bytes(survey_xlsx(results, language()) if is_book else survey_csv(results, language()))
        print(sentence("survey_cli.done", language(), {"file": str(chosen.to), "count": results.n_answered}))
    elif chosen.json:
        rows = list(survey_rows(results, language()))
        told_all = {
            "asked": results.n_asked,
            "answered": results.n_answered,
            "threshold": results.threshold,
            "rows": rows,
        }
        json.dump(told_all, sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    else:
        sys.stdout.write(survey_csv(results, language()).decode())
    return DONE


def _head(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk, "name": one.name, "state": one.state, "is_anonymous": one.is_anonymous, "answered": one.n_answered,
        "asked": one.n_asked, "closes_on": one.closes_on,
    }  # fmt: skip
