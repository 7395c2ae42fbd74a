"""How an assignment is said: what an analyst takes on, whom they do not score, why nobody may."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.base.decimals import round_half_up
from hengcai.jobs.models import Job
from hengcai.web.shell.says import word


def is_going(job):
    return job is not None and job.state == Job.State.QUEUED


def capacity_said(share):
    """`1`, `1 × 96 h (12 shifts)` where shifts are known, or `1 × 60%` where somebody is away on some of the days."""
    capacity = f"{float(share.capacity):g}"
    if share.hours is not None:
        said = ngettext(
            "%(capacity)s × %(n)s shift, %(hours)s h", "%(capacity)s × %(n)s shifts, %(hours)s h", share.shifts
        )
        return said % {"capacity": capacity, "n": share.shifts, "hours": f"{float(round(share.hours, 1)):g}"}
    if not share.is_away:
        return capacity
    return _("%(capacity)s × %(percent)s%% of the days") % {
        "capacity": capacity, "percent": round_half_up(100 * share.present, 0),
    }  # fmt: skip


def barred_said(share):
    """`3 agents: same team lately 2, relative 1`."""
    total = sum(share.barred.values())
    if not total:
        return "–"
    reasons = _(", ").join(f"{word(f'quality.barred.{code}')} {n}" for code, n in sorted(share.barred.items()))
    return ngettext("%(n)s agent: %(reasons)s", "%(n)s agents: %(reasons)s", total) % {"n": total, "reasons": reasons}


def why_said(unplaced):
    if not unplaced.why:
        return _("the plan has no analyst")
    said = _("%(name)s: %(why)s")
    return _("; ").join(said % {"name": name, "why": word(f"quality.barred.{code}")} for name, code in unplaced.why)
