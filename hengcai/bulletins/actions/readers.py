"""Whom a notice is put to, by when, and that they have read it."""

from collections.abc import Sequence

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.bulletins import duties, permissions
from hengcai.bulletins.audience import placements_meant
from hengcai.bulletins.models import Bulletin, Reader
from hengcai.bulletins.rules.deadlines import due_at
from hengcai.bulletins.rules.notices import seconds_seen, seconds_to_read
from hengcai.bulletins.timing import presences
from hengcai.inbox.duties import settle_duties

CHUNK = 500


@action(permissions.PUBLISH)
def put_to_readers(bulletin: Bulletin, *, by: User) -> Bulletin:
    """To everybody it is for today, each by their own moment."""
    _put(bulletin)
    return bulletin


@action(permissions.FOLLOW, once_a_day=True)
def follow_readers(bulletin: Bulletin, *, by: User) -> Bulletin:
    """Who has come since is asked too, who left unread is not any more; leave taken since puts the moment off. After its
    last day nobody is asked."""
    if bulletin.state != Bulletin.State.PUBLISHED:
        return bulletin
    today = clock.today()
    unread = list(bulletin.readers.filter(read_at=None).select_related("person"))
    if bulletin.effective_until and bulletin.effective_until < today:
        _settle_gone([one for one in unread if one.gone_at is None], bulletin)
        return bulletin
    _put(bulletin)
    there = set(placements_meant(bulletin, today).values_list("person", flat=True))
    _settle_gone([one for one in unread if one.person_id not in there and one.gone_at is None], bulletin)
    _put_off([one for one in unread if one.person_id in there], bulletin)
    return bulletin


@action(permissions.PUBLISH)
def carry_over(bulletin: Bulletin, *, by: User, before: Bulletin) -> Bulletin:
    """Whoever read the version before need not read this one; whoever has not keeps their moment."""
    old = {one.person_id: one for one in before.readers.all()}
    changed = []
    for one in bulletin.readers.select_related("person"):
        was = old.get(one.person_id)
        if was is None:
            continue
        one.due_at, one.is_carried = was.due_at or one.due_at, was.read_at is not None
        one.read_at, one.first_read_at = was.read_at, was.first_read_at
        changed.append(one)
    Reader.objects.bulk_update(changed, ["due_at", "is_carried", "read_at", "first_read_at"], batch_size=CHUNK)
    done = [one.person.user_id for one in changed if one.is_carried and one.person.user_id]
    if done:
        settle_duties(duties.READ, [bulletin.pk], users=done)
    return bulletin


@action(permissions.READ, once_a_day=True)
def open_page(reader: Reader, *, by: User) -> Reader:
    """The page is shown to them now."""
    reader.shown_at = clock.now()
    reader.opened_at = reader.opened_at or reader.shown_at
    reader.save(update_fields=["shown_at", "opened_at"])
    return reader


@action(permissions.READ)
def sign_read(reader: Reader, *, by: User, seconds: int | None = None) -> Reader:
    """I have read and understood it. Only after the page was in view as long as its text takes; twice is once."""
    bulletin = reader.bulletin
    if bulletin.state != Bulletin.State.PUBLISHED:
        raise NotNow("bulletins.not_in_force")
    if reader.read_at is not None:
        return reader
    if reader.shown_at is None:
        raise NotValid("bulletins.not_opened")
    now = clock.now()
    seen = seconds_seen((now - reader.shown_at).total_seconds(), seconds)
    least = least_seconds(bulletin)
    if seen < least:
        raise NotValid("bulletins.too_quick", least=least)
    reader.read_at, reader.seconds = now, min(seen, 86_400)
    reader.first_read_at = reader.first_read_at or now
    reader.save(update_fields=["read_at", "seconds", "first_read_at"])
    duties.signed(reader)
    return reader


def least_seconds(bulletin: Bulletin) -> int:
    """By the shorter of both languages: nobody has to read it twice."""
    return seconds_to_read(min((text for text in (bulletin.body.zh, bulletin.body.en) if text), key=len, default=""))


@action(permissions.READ)
def read_again(reader: Reader, *, by: User) -> Reader:
    """A test showed that it was not understood; the first signature is kept."""
    reader.read_at = reader.shown_at = None
    reader.save(update_fields=["read_at", "shown_at"])
    duties.put(reader.bulletin, [reader])
    return reader


def _put(bulletin: Bulletin) -> None:
    known = set(bulletin.readers.values_list("person", flat=True))
    fresh = [one for one in placements_meant(bulletin, clock.today()) if one.person_id not in known]
    now = clock.now()
    made = [Reader(bulletin=bulletin, person=one.person, team=one.team, added_at=now) for one in fresh]
    _date(made, bulletin)
    Reader.objects.bulk_create(made, batch_size=CHUNK)
    duties.put(bulletin, made)


def _date(readers: Sequence[Reader], bulletin: Bulletin) -> None:
    """From the moment it was put to each of them."""
    if not (bulletin.must_read and readers):
        return
    since = min(one.added_at for one in readers)
    there = presences([one.person_id for one in readers], since, clock.now())
    for one in readers:
        found = due_at(one.added_at, kind=bulletin.due_kind, hours=bulletin.due_hours, presence=there[one.person_id])
        one.due_at = max(found, one.due_at) if one.due_at else found


def _settle_gone(readers: Sequence[Reader], bulletin: Bulletin) -> None:
    for one in readers:
        one.gone_at = clock.now()
    Reader.objects.bulk_update(readers, ["gone_at"], batch_size=CHUNK)
    users = [one.person.user_id for one in readers if one.person.user_id]
    if users:
        settle_duties(duties.READ, [bulletin.pk], users=users)


def _put_off(readers: Sequence[Reader], bulletin: Bulletin) -> None:
    """Back among those it is for, or later than told: the duty follows."""
    was = {one.pk: (one.due_at, one.gone_at) for one in readers}
    for one in readers:
        one.gone_at = None
    _date(readers, bulletin)
    changed = [one for one in readers if was[one.pk] != (one.due_at, one.gone_at)]
    Reader.objects.bulk_update(changed, ["due_at", "gone_at"], batch_size=CHUNK)
    duties.put(bulletin, changed)
