"""Confirmations of results in the small centre: of the published quarter and of the published month."""

from hengcai.records.models import Record
from tests.web.world_rows import AGENTS, CYCLES, LED, MONTHS, World


def records(world: World) -> None:
    for name, code in (("quarter", CYCLES["published"]), ("month", MONTHS["month"])):
        rows = Record.objects.filter(cycle__code=code).order_by("-pk").values_list("person__user__username", "pk")
        found = dict(rows)
        world.add(
            f"{name} record",
            {one: found[one] for one in sorted(found, key=lambda one: (one not in AGENTS, one))},
            shared=LED,
        )
