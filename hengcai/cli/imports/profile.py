"""What posts require, as drafts of their profiles."""

import argparse
from typing import Any


def bring(chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.framework.given import bring_profiles

    made = bring_profiles(chosen.file, by=system_user(), is_dry=chosen.dry_run)
    return {"versions": dict(made.versions)}
