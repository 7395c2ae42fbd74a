"""How an assignment is said: what an analyst takes on, whom they do not score, why nobody may."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hengcai.base.decimals import round_half_up
from hengcai.jobs.models import Job
from hengcai.web.shell.says import word


def is_going(job):
    return job is not None and job.state == Job.State.QUEUED


def capacity_said(share):
    """`1`, `1 × 12 shifts, 96 h` where shifts are known, or `1 × 60% of the days` where somebody is away on some of them;
    and what lay with them already."""
    said = _time_said(share, f"{float(share.capacity):g}")
    if not share.held:
        return said
    rechecks = ngettext("%(n)s recheck already", "%(n)s rechecks already", share.held) % {"n": share.held}
    return _("; ").join((said, rechecks))


def _time_said(share, capacity):
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
