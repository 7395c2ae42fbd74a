from collections.abc import Mapping, Sequence
from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.interactions.actions.recordings import want_recordings
from hengcai.interactions.models import Contact
from hengcai.quality import duties, permissions, states
from hengcai.quality.actions.transcripts import copy_transcripts
from hengcai.quality.assigning_models import Exclusion
from hengcai.quality.models import Assignment, Scorecard
from hengcai.quality.placing import placements_of, posts_of
from hengcai.quality.rules.holding import PUBLISHED, standing
from hengcai.quality.seating import check_not_seated

CHUNK = 500
NAMED = 5  # how many contacts a refusal names


@action(permissions.GIVE)
def assign_contacts(
    batch_of_contacts: Sequence[Contact], *, by: User, analyst: User, scorecard: Scorecard, due_on: date
) -> list[Assignment]:
    """All or none. What was withdrawn from this analyst before is opened again, with its draft."""
    contacts = _fresh(batch_of_contacts)
    _check_analyst(analyst, contacts)
    _check_exclusions(analyst, contacts)
    _check_scorecard(scorecard, contacts)
    _check_posts(scorecard, contacts)
    _check_contacts(contacts)
    known = _known(contacts, analyst, scorecard)
    copy_transcripts(contacts)
    want_recordings(contacts, by=by)
    new = [contact for contact in contacts if contact.pk not in known]
    placements, now = placements_of(new), clock.now()
    made = [
        Assignment(
            contact=contact, placement=placements[contact.pk], analyst=analyst, scorecard=scorecard,
            assigned_by=by, assigned_at=now, due_on=due_on,
        )
        for contact in new
    ]  # fmt: skip
    out = _reopen(known, by, due_on) + Assignment.objects.bulk_create(made, batch_size=CHUNK)
    duties.given(out)
    return out


@action(states.WITHDRAW)
def withdraw_assignment(assignment: Assignment, *, by: User) -> Assignment:
    """A draft written so far is kept, out of sight, in case the contact is given again."""
    duties.scored([assignment])
    return assignment


def _fresh(batch: Sequence[Contact]) -> list[Contact]:
    """In the order given, each once, as they are in the database now."""
    keys = list(dict.fromkeys(contact.pk for contact in batch))
    found: dict[int, Contact] = {}
    for start in range(0, len(keys), CHUNK):
        rows = Contact.objects.select_related("agent").in_bulk(keys[start : start + CHUNK])
        found |= rows
    if not found:
        raise NotValid("quality.nothing_chosen")
    return [found[key] for key in keys if key in found]


def _check_analyst(analyst: User, contacts: Sequence[Contact]) -> None:
    """The analyst's row stays locked, so that the same contact is not given twice at the same moment."""
    locked = User.objects.select_for_update().prefetch_related("role_grants").get(pk=analyst.pk)
    if not permissions.OPEN.is_held_by(locked):
        raise NotValid("quality.not_an_analyst", name=locked.name)
    if any(contact.agent.user_id == locked.pk for contact in contacts):
        raise NotValid("quality.own_contact", name=locked.name)
    check_not_seated(locked, contacts)


def _check_exclusions(analyst: User, contacts: Sequence[Contact]) -> None:
    rows = Exclusion.objects.filter(analyst=analyst, ended_at=None)
    barred = dict(rows.values_list("person", "person__name"))
    names = {barred[contact.agent_id] for contact in contacts if contact.agent_id in barred}
    if names:
        raise NotValid("quality.excluded", name=analyst.name, agents=tuple(sorted(names)[:NAMED]))


def _check_scorecard(scorecard: Scorecard, contacts: Sequence[Contact]) -> None:
    current = Scorecard.objects.get(pk=scorecard.pk)
    if standing(current, clock.today()) != PUBLISHED:
        raise NotNow("quality.scorecard_not_in_force", name=current.name, number=current.number)
    strangers = [contact.key for contact in contacts if contact.channel != current.channel]
    if strangers:
        raise NotValid(
            "quality.other_channel", name=current.name, contacts=tuple(strangers[:NAMED]), count=len(strangers)
        )


def _check_posts(scorecard: Scorecard, contacts: Sequence[Contact]) -> None:
    """A card kept for some posts scores nobody in another."""
    posts = posts_of(contacts) if scorecard.posts else {}
    strangers = [contact.key for contact in contacts if scorecard.posts and posts[contact.pk] not in scorecard.posts]
    if strangers:
        raise NotValid(
            "quality.other_post", name=scorecard.name, contacts=tuple(strangers[:NAMED]), count=len(strangers)
        )


def _check_contacts(contacts: Sequence[Contact]) -> None:
    empty = [contact.key for contact in contacts if not contact.turn_count]
    if empty:
        raise NotValid("quality.empty_contact", contacts=tuple(empty[:NAMED]), count=len(empty))


def _known(contacts: Sequence[Contact], analyst: User, scorecard: Scorecard) -> dict[int, Assignment]:
    """Contacts this analyst was given before on this card: only withdrawn ones may be given again."""
    keys = [contact.pk for contact in contacts]
    found: dict[int, Assignment] = {}
    for start in range(0, len(keys), CHUNK):
        rows = Assignment.objects.filter(contact__in=keys[start : start + CHUNK], analyst=analyst, scorecard=scorecard)
        found |= {row.contact_id: row for row in rows.select_related("contact")}
    held = [row.contact.key for row in found.values() if row.state != Assignment.State.WITHDRAWN]
    if held:
        raise NotValid("quality.assigned_already", contacts=tuple(held[:NAMED]), count=len(held), name=analyst.name)
    return found


def _reopen(known: Mapping[int, Assignment], by: User, due_on: date) -> list[Assignment]:
    rows, now = list(known.values()), clock.now()
    for row in rows:
        row.state, row.assigned_by, row.assigned_at, row.due_on = Assignment.State.OPEN, by, now, due_on
    Assignment.objects.bulk_update(rows, ["state", "assigned_by", "assigned_at", "due_on"], batch_size=CHUNK)
    return rows
