"""`hengcai report`: a person's, a team's, a whole cycle's, a month's or a scheduled report as PDF or workbook."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.base.say import sentence
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.report_words import told

if TYPE_CHECKING:
    from hengcai.paper.blocks import Paper

LANGUAGES = {"zh": "zh-hans", "en": "en"}


def add_parser(commands: Any) -> None:
    report = commands.add_parser("report", help=_told("help"), description=_told("help"), epilog=EXAMPLES["person"])
    kinds = report.add_subparsers(dest="kind", metavar="person|team|cycle|month|standing", required=True)
    person = _kind(kinds, "person", run_person)
    person.add_argument("number", metavar="NUMBER", help=_told("number"))
    person.add_argument("--cycle", required=True, metavar="CODE", help=_told("code"))
    person.add_argument("--all-sources", action="store_true", help=_told("all_sources"))
    team = _kind(kinds, "team", run_team)
    team.add_argument("name", metavar="NAME", help=_told("name"))
    team.add_argument("--cycle", required=True, metavar="CODE", help=_told("code"))
    team.add_argument("--site", default="", metavar="NAME", help=_told("site"))
    team.add_argument("--levels", choices=["rated", "observed"], default="rated", help=_told("levels"))
    cycle = _kind(kinds, "cycle", run_cycle)
    cycle.add_argument("code", metavar="CODE", help=_told("code"))
    add_recurring(kinds)


def add_recurring(kinds: Any) -> None:
    month = _kind(kinds, "month", run_month)
    month.add_argument("month", metavar="YYYY-MM", help=_told("of_month"))
    standing = _kind(kinds, "standing", run_standing)
    standing.add_argument("span", choices=["day", "week", "month", "quarter"], help=_told("span"))
    standing.add_argument("--place", default="centre", metavar="SCOPE", help=_told("place"))
    standing.add_argument("--day", metavar="YYYY-MM-DD", help=_told("day"))


EXAMPLES = {
    "person": "hengcai report person 2031 --cycle 2026-Q1 --to 2031.pdf",
    "team": "hengcai report team 呼入一班 --cycle 2026-Q1 --to team.xlsx",
    "cycle": "hengcai report cycle 2026-Q1 --to cycle.pdf",
    "month": "hengcai report month 2026-03 --to analysis.pdf",
    "standing": "hengcai report standing week --place team:3 --to week.xlsx",
}


def _kind(kinds: Any, name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = kinds.add_parser(
        name, help=_told(name), description=_told(name), epilog=EXAMPLES[name]
    )
    command.add_argument("--to", required=True, type=Path, metavar="FILE", help=_told("to"))
    command.add_argument("--language", choices=sorted(LANGUAGES), help=_told("language"))
    command.add_argument("--json", metavar="-", choices=["-"], help=_told("json"))
    command.set_defaults(run=run)
    return command


def _told(code: str) -> str:
    return told(code, language())


def run_person(chosen: argparse.Namespace) -> int:
    """As the person rated may have it, unless the group asks for every source."""
    _begin(chosen)
    from hengcai.appraisal.queries.report import cycle_called, result_called
    from hengcai.insight.papers.person import person_paper
    from hengcai.insight.queries.person import READ, person_report

    result = result_called(chosen.number, cycle_called(chosen.cycle))
    report = person_report(result, to_rated=not chosen.all_sources, sees_peers=chosen.all_sources)
    _note(READ, result, all_sources=chosen.all_sources)
    return _write(person_paper(report, language=_language(chosen), today=_today()), chosen)


def run_team(chosen: argparse.Namespace) -> int:
    _begin(chosen)
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.queries.report import cycle_called
    from hengcai.insight.papers.team import team_paper
    from hengcai.insight.queries.team import seats_of, skill_cycles, team_gaps
    from hengcai.people.queries.organisation import team_called

    user, team, cycle = system_user(), team_called(chosen.name, site=chosen.site), cycle_called(chosen.cycle)
    if cycle.kind != "quarter":
        raise NotValid("insight.cycle_without_levels", code=cycle.code)
    if cycle not in skill_cycles(user) or not seats_of(team, cycle, user):
        raise NotNow("appraisal.nothing_computed", code=cycle.code)
    _note("read_team_gaps", team, cycle=cycle.code, levels=chosen.levels)
    gaps = team_gaps(team, cycle, user, kind=chosen.levels)
    return _write(team_paper(gaps, language=_language(chosen), today=_today()), chosen)


def run_cycle(chosen: argparse.Namespace) -> int:
    _begin(chosen)
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.papers.cycle import cycle_paper
    from hengcai.appraisal.queries.report import cycle_called, cycle_report

    cycle = cycle_called(chosen.code)
    report = cycle_report(cycle, system_user())
    _note("read_cycle_report", cycle)
    return _write(cycle_paper(report, language=_language(chosen), today=_today()), chosen)


def run_month(chosen: argparse.Namespace) -> int:
    """The newest revision that was issued; of a month without one, its draft."""
    _begin(chosen)
    from hengcai.accounts.models import system_user
    from hengcai.improvement.papers.month import month_paper
    from hengcai.improvement.queries.months import month_called

    report = month_called(system_user(), chosen.month)
    _note("read_month_report", report)
    return _write(month_paper(report, language=_language(chosen), today=_today()), chosen)


def run_standing(chosen: argparse.Namespace) -> int:
    """Of the period that day lies in, without one the last that is over; made where it was not."""
    _begin(chosen)
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.improvement.actions.standing import Place, make_report
    from hengcai.improvement.papers.standing import standing_paper
    from hengcai.improvement.queries.standing import day_in, place_named, sight_of

    place = Place(*place_named(chosen.place))
    day = day_in(chosen.span, chosen.day, today=_today())
    made = make_report(the_centre(), by=system_user(), place=place, span=chosen.span, day=day, today=_today())
    _note("read_standing_report", made)
    return _write(standing_paper(sight_of(made), language=_language(chosen), today=_today()), chosen)


def _begin(chosen: argparse.Namespace) -> None:
    """A wrong ending is refused before anything is read."""
    prepared()
    if chosen.to.suffix.lower() not in {".pdf", ".xlsx"}:
        raise NotValid("insight.ending_unknown", name=chosen.to.name)


def _note(name: str, thing: Any, **facts: object) -> None:
    from hengcai.accounts.models import system_user
    from hengcai.audit.action import note

    note(name, thing, by=system_user(), form="command line", **facts)


def _language(chosen: argparse.Namespace) -> str:
    return LANGUAGES[chosen.language] if chosen.language else language()


def _today() -> Any:
    from django.utils.timezone import localdate

    return localdate()


def _write(paper: "Paper", chosen: argparse.Namespace) -> int:
    """Under its name only once it is whole."""
    content = _made(paper, chosen.to)
    unfinished = chosen.to.with_name(f".{chosen.to.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(chosen.to)
    facts = {"kind": chosen.kind, "title": paper.title, "file": str(chosen.to), "bytes": len(content)}
    print(json.dumps(facts, ensure_ascii=False) if chosen.json else chosen.to)
    return DONE


def _made(paper: "Paper", path: Path) -> bytes:
    if path.suffix.lower() == ".pdf":
        from hengcai.paper.pdf import as_pdf, missing_characters

        if missing := missing_characters(paper):
            print(sentence("paper.characters_missing", language(), {"names": missing}), file=sys.stderr)
        return as_pdf(paper)
    from hengcai.paper.workbook import as_xlsx

    return as_xlsx(paper)
