"""Why a course is revised, and what rose, in sentences."""

from django.utils.translation import gettext as _

from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import is_english


def reasons_told(reasons):
    return [_reason(one) for one in reasons]


def _reason(one):
    facts = {
        "words": one.get("words", ""),
        "asked": _named("programme.asked", one),
        "outcome": _named("programme.outcome", one),
    }
    if "estimate" in one:
        facts |= {name: _figure(one[name], one["why"]) for name in ("estimate", "low", "high")}
    return word(f"programme.revision.why.{one['why']}", **facts)


def _named(prefix, one):
    code = one.get("asked" if prefix.endswith("asked") else "outcome")
    return word(f"{prefix}.{code}") if code else ""


def _figure(value, why):
    return f"{value * 100:.0f}%" if why == "marks" else f"{value:.1f}"


def surge_title(surge):
    """What rose, as it was called when it was found."""
    title = surge.facts.get("title", {})
    named = (title.get("en") if is_english() else title.get("zh")) or title.get("zh") or title.get("en")
    if named:
        return named
    if surge.kind == "cause":
        return word(f"quality.cause.{surge.matter}")
    return surge.matter or word("programme.surge.every")


def surge_told(surge):
    """The rise with its interval, in one sentence."""
    facts, change = surge.facts, surge.facts["change"]
    shares = {name: _share(facts[name][0] / facts[name][1] if facts[name][1] else 0.0) for name in ("now", "before")}
    rise = {
        name: f"{change[key] * 100:.1f}" for name, key in (("change", "estimate"), ("low", "low"), ("high", "high"))
    }
    month = _("%(month)s/%(year)s") % {"month": surge.month.month, "year": surge.month.year}
    return word("programme.surge.told", month=month, what=surge_title(surge), n=facts["now"][0], **shares, **rise)


def _share(value):
    return f"{value * 100:.1f}%"
