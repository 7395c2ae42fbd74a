"""`hengcai exclusions`: which agents an analyst does not score, as on the page."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import exclusions_words  # noqa: F401 - the sentences used here
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language

if TYPE_CHECKING:
    from hengcai.quality.assigning_models import Exclusion

ADD = "hengcai exclusions add chen 10086 relative --by feng"


def said(code: str, **facts: object) -> str:
    return sentence(f"exclusions.{code}", language(), facts)


def add_parser(commands: Any) -> None:
    command = commands.add_parser("exclusions", help=said("help"), description=said("help"), epilog=ADD)
    verbs = command.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = _verb(verbs, "list", run_list, "hengcai exclusions list")
    listed.add_argument("--ended", action="store_true", help=said("ended"))
    add = _verb(verbs, "add", run_add, ADD)
    add.add_argument("analyst", metavar="ANALYST", help=said("analyst"))
    add.add_argument("agent", metavar="AGENT", help=said("agent"))
    add.add_argument("reason", metavar="REASON", help=said("reason"))
    add.add_argument("--note", default="", help=said("note"))
    end = _verb(verbs, "end", run_end, "hengcai exclusions end 12 --by feng")
    end.add_argument("number", metavar="NUMBER", type=int, help=said("number"))


def _verb(verbs: Any, verb: str, run: Any, example: str) -> Any:
    command = verbs.add_parser(verb, help=said(verb), description=said(verb), epilog=example)
    takes_by(command)
    command.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    command.set_defaults(run=run)
    return command


def run_list(chosen: argparse.Namespace) -> int:
    """What this reader may see of them, the newest first."""
    prepared()
    from hengcai.quality import permissions
    from hengcai.quality.queries.exclusions import exclusions_seen_by

    by = doer(chosen)
    permissions.SEE_EXCLUSIONS.enter([], by)
    rows = list(exclusions_seen_by(by, with_ended=chosen.ended))
    if chosen.json:
        print(json.dumps({"exclusions": [_facts(row) for row in rows]}, ensure_ascii=False))
        return DONE
    print("\n".join(map(_line, rows)) or said("none"))
    return DONE


def run_add(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.queries import the_centre
    from hengcai.people.models import Person
    from hengcai.quality.actions import enter_exclusion
    from hengcai.quality.analysts import able_analysts

    by, analyst = doer(chosen), able_analysts().filter(username=chosen.analyst).first()
    if analyst is None:
        raise NotValid("exclusions.no_analyst", name=chosen.analyst)
    person = Person.objects.filter(number=chosen.agent).first()
    if person is None:
        raise NotValid("exclusions.no_agent", number=chosen.agent)
    made = enter_exclusion(the_centre(), by=by, analyst=analyst, person=person, reason=chosen.reason, note=chosen.note)
    return _tell(made, chosen)


def run_end(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.quality.actions import end_exclusion
    from hengcai.quality.queries.exclusions import exclusions_seen_by

    by = doer(chosen)
    found = exclusions_seen_by(by, with_ended=True).filter(pk=chosen.number).first()
    if found is None:
        raise NotValid("exclusions.unknown", number=chosen.number)
    return _tell(end_exclusion(found, by=by), chosen)


def _tell(row: "Exclusion", chosen: argparse.Namespace) -> int:
    print(json.dumps(_facts(row), ensure_ascii=False) if chosen.json else _line(row))
    return DONE


def _facts(row: "Exclusion") -> dict[str, Any]:
    """As the API tells it."""
    return {
        "id": row.pk, "analyst": row.analyst.username, "agent": row.person.number, "reason": row.reason,
        "note": row.note, "entered_at": row.entered_at.isoformat(),
        "ended_at": row.ended_at.isoformat() if row.ended_at else None,
    }  # fmt: skip


def _line(row: "Exclusion") -> str:
    from django.utils.timezone import localdate

    reason = sentence(f"quality.exclusion.reason.{row.reason}", language(), {})
    end = said("line.ended", day=localdate(row.ended_at)) if row.ended_at else ""
    return said(
        "line", id=row.pk, analyst=row.analyst.name, agent=f"{row.person.name} {row.person.number}",
        reason=f"{reason} · {row.note}" if row.note else reason, entered=localdate(row.entered_at), end=end,
    )  # fmt: skip
