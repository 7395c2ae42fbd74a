"""Where a refusal sends somebody who can mend what it names."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy

from hengcai.base.permissions import Doer
from hengcai.interactions.permissions import IMPORT

WAYS = {"appraisal.figures_wrong": (IMPORT, "start-import", gettext_lazy("Import corrected figures"))}


@dataclass(frozen=True)
class Way:
    url: str
    text: str


def way_out(code: str, user: Doer) -> Way | None:
    """None where there is no page for it, or none that is open to this user."""
    permission, page, text = WAYS.get(code, (None, "", ""))
    if permission is None or not permission.is_held_by(user):
        return None
    return Way(reverse(page), str(text))
