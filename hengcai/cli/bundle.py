"""`hengcai bundle PERSON`: one person's evidence bundle, as the page gives it out; it stands in the audit log."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import bundle_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language

PDF, ENDINGS = ".pdf", (".pdf", ".json")
LANGUAGES = {"zh": "zh-hans", "en": "en"}


def add_parser(commands: Any) -> None:
    words = told("bundle_cli.help")
    command = commands.add_parser(
        "bundle", help=words, description=words, epilog="hengcai bundle 2031 --to evidence-2031.pdf"
    )
    command.add_argument("person", metavar="PERSON", help=told("bundle_cli.person"))
    command.add_argument("--to", metavar="FILE", type=Path, help=told("bundle_cli.to"))
    command.add_argument(
        "--language", metavar="zh|en", choices=("zh", "en"), default="zh", help=told("bundle_cli.language")
    )
    command.add_argument("--json", metavar="-", choices=["-"], help=told("bundle_cli.json"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    if chosen.to and chosen.to.suffix.lower() not in ENDINGS:
        raise NotValid("bundle_cli.ending", name=chosen.to.name)
    prepared()
    from hengcai.cli.rows import noted
    from hengcai.records.queries.bundle import bundle_of

    person = _person(chosen.person)
    found = bundle_of(person)
    is_pdf = chosen.to is not None and chosen.to.suffix.lower() == PDF
    noted("export_bundle", person, kind="pdf" if is_pdf else "json")
    if chosen.to is None:
        json.dump(found, sys.stdout, ensure_ascii=stdout_is_narrow(), indent=None if chosen.json else 1)
        print()
        return DONE
    chosen.to.write_bytes(_pdf(found, LANGUAGES[chosen.language]) if is_pdf else _json(found))
    facts = {"file": str(chosen.to), "results": len(found["results"])}
    print(json.dumps(facts, ensure_ascii=False) if chosen.json else sentence("bundle_cli.done", language(), facts))
    return DONE


def _person(number: str) -> Any:
    from hengcai.accounts.models import system_user
    from hengcai.base.ids import folded
    from hengcai.records.queries.bundle import people_to_bundle

    found = people_to_bundle(system_user()).filter(number=folded(number)).first()
    if found is None:
        raise NotValid("bundle_cli.unknown", number=number)
    return found


def _json(found: dict[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _pdf(found: dict[str, Any], tongue: str) -> bytes:
    from django.utils.timezone import localdate

    from hengcai.accounts.queries import the_centre
    from hengcai.paper.pdf import as_pdf
    from hengcai.paper.telling import Teller
    from hengcai.records.papers.bundle import bundle_paper

    centre = str(the_centre().name.read(tongue))
    return as_pdf(bundle_paper(found, centre=centre, tell=Teller(tongue), today=localdate()))
