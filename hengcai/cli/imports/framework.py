"""A competency library as a new draft."""

import argparse
from typing import Any


def bring(chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.framework.given import bring_framework

    made = bring_framework(chosen.file, by=system_user(), is_dry=chosen.dry_run)
    return {"version": made.number, "competencies": made.competencies}
