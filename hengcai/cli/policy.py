"""`hengcai policy`: a draft tried on a published cycle, who has signed for a version, papers and signatures on paper taken in;
through the rights the pages ask for."""

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli import policy_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import into_file, stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

KINDS = ("quarterly", "monthly")


def add_parser(commands: Any) -> None:
    group = commands.add_parser("policy", help=told("policy_cli.help"), description=told("policy_cli.help"))
    kinds = group.add_subparsers(dest="policy", metavar="what-if|signatures|add-file|take-signatures", required=True)
    tried = subcommand(kinds, "policy", "what-if", "draft.yaml --kind monthly --cycle 2026-09", words="policy_cli")
    tried.add_argument("draft", metavar="FILE", type=Path, help=told("policy_cli.draft"))
    tried.add_argument("--kind", choices=KINDS, required=True, help=told("policy_cli.kind"))
    tried.add_argument("--cycle", metavar="CODE", default="", help=told("policy_cli.cycle"))
    tried.add_argument("--base", metavar="FILE", type=Path, help=told("policy_cli.base"))
    tried.add_argument("--to", metavar="FILE.xlsx", type=Path, help=told("policy_cli.to"))
    tried.set_defaults(run=run_what_if)
    signed = subcommand(kinds, "policy", "signatures", "quarterly-2", words="policy_cli")
    signed.add_argument("version", metavar="KIND-NUMBER", help=told("policy_cli.version"))
    signed.set_defaults(run=run_signatures)
    paper = subcommand(kinds, "policy", "add-file", "quarterly-2 minutes.pdf sign-in.jpg", words="policy_cli")
    paper.add_argument("version", metavar="KIND-NUMBER", help=told("policy_cli.version"))
    paper.add_argument("file", metavar="FILE", nargs="+", type=Path, help=told("policy_cli.file"))
    paper.set_defaults(run=run_add_file)
    taken = subcommand(kinds, "policy", "take-signatures", "quarterly-2 signed.csv --on 2026-10-08", words="policy_cli")
    taken.add_argument("version", metavar="KIND-NUMBER", help=told("policy_cli.version"))
    taken.add_argument("signed", metavar="FILE", type=Path, help=told("policy_cli.taken"))
    taken.add_argument("--on", metavar="DATE", required=True, help=told("policy_cli.on"))
    taken.set_defaults(run=run_take_signatures)


def run_what_if(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.models import Policy
    from hengcai.appraisal.papers.trial import cautions, cost_told, trial_paper
    from hengcai.appraisal.policy_checks import read_policy
    from hengcai.appraisal.queries.what_if import cycles_to_try, what_if
    from hengcai.paper.telling import Teller, plain
    from hengcai.paper.workbook import as_xlsx

    draft = Policy(kind=chosen.kind, number=0, name=chosen.draft.name, text=_text(chosen.draft))
    read_policy(draft.kind, draft.text)
    offered = cycles_to_try(draft)
    cycle = next((one for one in offered if chosen.cycle in ("", one.code)), None)
    if cycle is None:
        raise NotValid("trial.cycle_unknown" if chosen.cycle else "trial.no_cycle", value=chosen.cycle)
    found = what_if(draft, cycle, system_user(), base=_bases(chosen.base) if chosen.base else None)
    tell = Teller(language())
    if chosen.to:
        into_file(chosen.to, lambda stream: stream.write(as_xlsx(trial_paper(draft, found, tell))))
    if chosen.json:
        _dump(_facts(found))
        return DONE
    lines = [tell.say("trial.changed", n=found.changed, people=found.people), *cautions(found, tell)]
    for line in [*lines, *(cost_told(found.cost, tell) if found.cost else [])]:
        print(plain(line))
    return DONE


def run_signatures(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.appraisal.queries.procedure import signed_of, signers
    from hengcai.base import clock

    policy = _version(chosen.version)
    counted, today = signed_of(policy, today=clock.today()), clock.today()
    waiting = [pair for show in ("waiting", "without") for pair in _pairs(signers(policy, today=today, show=show))]
    if chosen.json:
        _dump({"signed": counted.done, "people": counted.people, "waiting": [number for number, _name in waiting]})
        return DONE
    print(told("policy_cli.signed", done=counted.done, people=counted.people))
    for number, name in waiting:
        print(f"{number}\t{name}")
    return DONE


def run_add_file(chosen: argparse.Namespace) -> int:
    """Each as the page takes it; the first that is refused stops, those before it are kept."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.policy_files import OnDisk, receive_policy_file

    policy, kept = _version(chosen.version), []
    for path in chosen.file:
        made = receive_policy_file(policy, OnDisk(path), by=system_user(), name=path.name)
        kept.append(
            {"id": made.pk, "step": made.step, "name": made.name, "size": made.byte_count, "sha256": made.digest}
        )
        if not chosen.json:
            print(told("policy_cli.kept", name=made.name, digest=made.digest))
    if chosen.json:
        _dump({"files": kept})
    return DONE


def run_take_signatures(chosen: argparse.Namespace) -> int:
    """`agent` of everybody who signed on paper that day."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.actions import take_in_signatures
    from hengcai.appraisal.queries.procedure import signed_of
    from hengcai.base import clock

    policy, today, day = _version(chosen.version), clock.today(), _day(chosen.on)
    numbers = _numbers(chosen.signed)
    take_in_signatures(policy, by=system_user(), numbers=numbers, signed_on=day, today=today)
    counted = signed_of(policy, today=today)
    if chosen.json:
        _dump({"taken": len(numbers), "signed": counted.done, "people": counted.people})
    else:
        print(told("policy_cli.taken_in", n=len(numbers), done=counted.done, people=counted.people))
    return DONE


def _numbers(path: Path) -> list[str]:
    from hengcai.base.tables.reading import Columns, open_table

    with open_table(path, Columns(required=("agent",), flat=True, ids=("agent",))) as table:
        return list(dict.fromkeys(row.values["agent"] for row in table))


def _day(text: str) -> Any:
    from hengcai.base.dates import written_moment

    try:
        return written_moment(text.strip()).date()
    except ValueError:
        raise NotValid("appraisal.day_malformed", value=text) from None


def _pairs(rows: Any) -> list[tuple[str, str]]:
    return list(rows.values_list("number", "name"))


def _version(text: str) -> Any:
    from hengcai.appraisal.models import Policy

    kind, _dash, number = text.partition("-")
    found = (
        Policy.objects.filter(kind=kind, number=int(number)).first() if number.isascii() and number.isdigit() else None
    )
    if found is None:
        raise NotValid("policy_cli.unknown", value=text)
    return found


def _text(path: Path) -> str:
    from hengcai.base.yaml_parts import read_yaml

    read_yaml(path)
    return path.read_text("utf-8-sig")


def _bases(path: Path) -> dict[int, Fraction]:
    """`agent, base`: the base of each person's performance pay."""
    from hengcai.base.decimals import exact
    from hengcai.base.tables.reading import Columns, open_table
    from hengcai.people.models import Person

    keys = dict(Person.objects.values_list("number", "pk"))
    found: dict[int, Fraction] = {}
    with open_table(path, Columns(required=("agent", "base"), flat=True, ids=("agent",))) as table:
        for row in table:
            if row.values["agent"] not in keys:
                raise NotValid("appraisal.person_unknown", number=row.values["agent"], file=path.name, row=row.number)
            found[keys[row.values["agent"]]] = exact(row.values["base"])
    return found


def _facts(found: Any) -> dict[str, Any]:
    cost = found.cost
    return {
        "cycle": found.cycle.code, "people": found.people, "changed": found.changed, "unlike": found.unlike,
        "untried": list(found.untried),
        "moves": [{"from": before, "to": after, "people": n} for (before, after), n in sorted(found.moves.items())],
        "teams": [
            {"team": one.name, "people": one.people, "up": one.up, "down": one.down, "gained": one.gained, "lost": one.lost}
            for one in found.teams
        ],
        "moved": [
            {"agent": one.person.number, "before": one.before.band, "after": one.after.band} for one in found.moved
        ],
        "coefficient": cost and str(cost.coefficient), "money": (cost and cost.money is not None and str(cost.money)) or None,
        "without_base": cost and cost.without_base,
    }  # fmt: skip


def _dump(facts: dict[str, Any]) -> None:
    json.dump(facts, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
    print()
