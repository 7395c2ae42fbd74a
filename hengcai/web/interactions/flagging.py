"""Flags of a contact as one line of text, on the contact's page and on the desk."""

from hengcai.interactions import permissions
from hengcai.interactions.queries import flags_on
from hengcai.interactions.rules.flags import LONGEST_FLAG, MOST_FLAGS
from hengcai.web.shell.says import sentence

LONGEST_LINE = (LONGEST_FLAG + 2) * MOST_FLAGS


def flag_field(contact, request, *, refusal=None):
    """What the line shows: the flags there are, or what was typed and why it was refused."""
    there = "; ".join(flags_on(contact))
    return {
        "there": there, "typed": request.POST.get("flags", "") if refusal else there, "longest": LONGEST_LINE,
        "refusal": refusal and sentence(refusal),
    }  # fmt: skip


def changed_flags(post):
    """The line as edited against the line as it was shown: only the difference is asked for."""
    before, now = (set(_pieces(post.get(name, ""))) for name in ("flags_before", "flags"))
    return {"add": ";".join(sorted(now - before)), "remove": ";".join(sorted(before - now))}


def _pieces(line):
    return filter(None, (one.strip() for one in line.replace("；", ";").split(";")))


def may_flag(contact, user):
    return permissions.FLAG.allows(contact, user)
