"""The scorecards and red lines that come with the program."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.quality import permissions
from hengcai.quality.actions.publishing import publish_scorecard
from hengcai.quality.actions.scorecards import add_scorecard
from hengcai.quality.holding import others_that_hold
from hengcai.quality.models import RedLine, Scorecard

SEEDS = Path(__file__).parent.parent / "seeds"


@action(permissions.MANAGE_SCORECARDS)
def load_seed_scorecards(centre: Centre, *, by: User, on: date) -> list[Scorecard]:
    """Published at once. What a centre has already, under the same code, is left as it is."""
    _load_red_lines()
    known = set(Scorecard.objects.values_list("code", flat=True))
    definitions = [_read(path) for path in sorted((SEEDS / "scorecards").glob("*.yaml"))]
    return [_load(centre, definition, by, on) for definition in definitions if definition["id"] not in known]


def _load(centre: Centre, definition: dict[str, Any], by: User, on: date) -> Scorecard:
    """Where another card serves the channel already it stays a draft: which one holds is for people to say."""
    made = add_scorecard(centre, by=by, definition=definition)
    return made if others_that_hold(made, on) else publish_scorecard(made, by=by, on=on)


def _load_red_lines() -> None:
    known = set(RedLine.objects.values_list("code", flat=True))
    rows = [one for one in _read(SEEDS / "red_lines.yaml")["red_lines"] if one["id"] not in known]
    RedLine.objects.bulk_create(
        [
            RedLine(code=one["id"], name=Bilingual(**one["name"]), definition=Bilingual(**one["definition"]))
            for one in rows
        ]
    )


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))
