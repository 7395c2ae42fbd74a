"""Measures of agents, and what became of complaints, as files bring them."""

from collections.abc import Sequence
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.interactions import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact, Measure
from hengcai.interactions.unlogged import unlogged_action

FIGURES = ("value", "numerator", "denominator")


@unlogged_action(permissions.IMPORT)
def take_in_measures(new: Sequence[Measure], *, by: User, changed: Sequence[Measure]) -> None:
    Measure.objects.bulk_create(new, batch_size=500)
    Measure.objects.bulk_update(changed, (*FIGURES, "brought_by"), batch_size=200)


@unlogged_action(permissions.IMPORT)
def settle_complaints(contacts: Sequence[Contact], *, by: User) -> None:
    """What was decided about each; the content of the contact stays as it came in. An import of complaints that is
    undone afterwards leaves what was said here."""
    Contact.objects.bulk_update(contacts, ["complaint"], batch_size=200)
    for said in {one.complaint for one in contacts}:
        for keys in slices([one.pk for one in contacts if one.complaint == said]):
            Complaint.objects.filter(contact__in=keys).update(contact_before=said)


def same_figures(measure: Measure, figures: tuple[Decimal | None, ...]) -> bool:
    return tuple(getattr(measure, name) for name in FIGURES) == figures
