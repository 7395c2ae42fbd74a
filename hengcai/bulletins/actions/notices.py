"""A business notice from draft to its end: written, looked at by a second, published to its readers, replaced, withdrawn."""

from typing import Any

from hengcai.accounts.models import SYSTEM, Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths, check_signs
from hengcai.bulletins import cards, duties, permissions, states
from hengcai.bulletins.actions.readers import carry_over, put_to_readers
from hengcai.bulletins.models import Attachment, Bulletin, SpotTest, Terms
from hengcai.bulletins.rules.notices import Text, check_text
from hengcai.bulletins.rules.spots import MOST_KEPT, item_of
from hengcai.framework.models import Post
from hengcai.people.models import Team

State = Bulletin.State
MOST_FILES, LONGEST_REASON = 10, 400
PLAIN = ("kind", "urgency", "effective_from", "effective_until", "must_read", "due_hours", "rereads")


@action(permissions.SETTLE)
def settle_bulletin_terms(centre: Centre, *, by: User, needs_second: bool) -> Terms:
    return Terms.objects.update_or_create(pk=1, defaults={"needs_second": needs_second})[0]


@action(permissions.WRITE, unsaid={"text"})
def add_bulletin(centre: Centre, *, by: User, text: Text) -> Bulletin:
    """A draft under the next number of the year."""
    year = f"{clock.today():%Y}-"
    codes = Bulletin.objects.filter(code__startswith=year).values_list("code", flat=True)
    number = max((int(one.removeprefix(year)) for one in codes), default=0) + 1  # as text 999 comes after 1000
    return _written(Bulletin(code=f"{year}{number:03}", made_by=by, made_at=clock.now()), text)


@action(states.EDIT, unsaid={"text"})
def edit_bulletin(bulletin: Bulletin, *, by: User, text: Text, edit_count: int) -> Bulletin:
    """The whole draft anew. An older page overwrites nothing."""
    if edit_count != bulletin.edit_count:
        raise NotNow("bulletins.stale")
    bulletin.edit_count += 1
    return _written(bulletin, text)


@action(permissions.WRITE)
def revise_bulletin(bulletin: Bulletin, *, by: User) -> Bulletin:
    """The next version as a draft with the same text, files and questions; the one in force stays until it is out."""
    if bulletin.state != State.PUBLISHED:
        raise NotNow("bulletins.not_in_force")
    if Bulletin.objects.filter(code=bulletin.code, state__in=states.WRITTEN).exists():
        raise NotNow("bulletins.draft_there")
    made = Bulletin(code=bulletin.code, number=bulletin.number + 1, made_by=by, made_at=clock.now())
    for name in (*PLAIN, "title", "body", "skills", "due_kind", "questions"):
        setattr(made, name, getattr(bulletin, name))
    made.save()
    made.teams.set(bulletin.teams.all())
    made.posts.set(bulletin.posts.all())
    copies = [_copy(one, made) for one in bulletin.files.order_by("pk")]
    Attachment.objects.bulk_create(copies)
    return made


@action(states.SUBMIT)
def submit_bulletin(bulletin: Bulletin, *, by: User) -> Bulletin:
    """To whoever else may publish it."""
    bulletin.sent_back_for = ""
    bulletin.save(update_fields=["sent_back_for"])
    able = User.objects.filter(is_active=True, role_grants__role__in=permissions.WRITERS).exclude(username=SYSTEM)
    others = able.exclude(pk__in=(bulletin.made_by_id, by.pk)).distinct()
    duties.submitted(bulletin, others.values_list("pk", flat=True))
    return bulletin


@action(states.SEND_BACK)
def send_back_bulletin(bulletin: Bulletin, *, by: User, reason: str) -> Bulletin:
    bulletin.sent_back_for = _reason(reason)
    bulletin.save(update_fields=["sent_back_for"])
    duties.decided(bulletin)
    return bulletin


@action(states.PUBLISH)
def publish_bulletin(bulletin: Bulletin, *, by: User) -> Bulletin:
    """From now on it stays as it is. The version before is replaced; who has read that one reads this one, or need not."""
    terms = Terms.objects.first()
    if terms and terms.needs_second and by.pk == bulletin.made_by_id:
        raise NotNow("bulletins.needs_second")
    today = clock.today()
    if bulletin.effective_until and bulletin.effective_until < today:
        raise NotValid("bulletins.over_already")
    before = Bulletin.objects.filter(code=bulletin.code, state=State.PUBLISHED).first()
    if before is not None:
        end_bulletin(before, by=by, replaced_by=bulletin)
    bulletin.published_by, bulletin.published_at = by, clock.now()
    bulletin.save(update_fields=["published_by", "published_at"])
    duties.decided(bulletin)
    put_to_readers(bulletin, by=by)
    if before is not None and not bulletin.rereads:
        carry_over(bulletin, by=by, before=before)
    return bulletin


@action(states.REPLACE)
def end_bulletin(bulletin: Bulletin, *, by: User, replaced_by: Bulletin) -> Bulletin:
    """Its next version is out, or another notice says it now."""
    if replaced_by.pk == bulletin.pk:
        raise NotValid("bulletins.replaced_by_itself")
    bulletin.replaced_by = replaced_by
    return _ended(bulletin, by, "")


@action(states.WITHDRAW)
def withdraw_bulletin(bulletin: Bulletin, *, by: User, reason: str) -> Bulletin:
    """It does not hold any more, and why; nobody has to read it."""
    return _ended(bulletin, by, _reason(reason))


@action(states.EDIT)
def add_attachment(bulletin: Bulletin, *, by: User, place: str, name: str, media_type: str, size: int) -> Attachment:
    """One that was received."""
    if bulletin.files.count() >= MOST_FILES:
        raise NotValid("bulletins.too_many_files", most=MOST_FILES)
    facts = {"place": place, "name": name[:200], "media_type": media_type, "size": size}
    return Attachment.objects.create(bulletin=bulletin, **facts)


@action(states.EDIT)
def drop_attachment(bulletin: Bulletin, *, by: User, file: Attachment) -> Bulletin:
    """The file itself stays where an earlier version shows it."""
    bulletin.files.filter(pk=file.pk).delete()
    return bulletin


@action(permissions.WRITE, unsaid={"question", "passage"})
def add_bulletin_question(
    bulletin: Bulletin, *, by: User, question: dict[str, Any], passage: str, bank: str = ""
) -> Bulletin:
    """What a spot test may ask; readers do not see it, so it may come after publication too."""
    check_signs(passage)
    item = item_of(question, passage, bank=bank)
    if len(bulletin.questions) >= MOST_KEPT or any(one["id"] == item["id"] for one in bulletin.questions):
        raise NotValid("bulletins.question_there", most=MOST_KEPT)
    bulletin.questions = [*bulletin.questions, item]
    bulletin.save(update_fields=["questions"])
    return bulletin


@action(permissions.WRITE)
def drop_bulletin_question(bulletin: Bulletin, *, by: User, question: str) -> Bulletin:
    bulletin.questions = [one for one in bulletin.questions if one["id"] != question]
    bulletin.save(update_fields=["questions"])
    return bulletin


def _written(bulletin: Bulletin, text: Text) -> Bulletin:
    check_text(text)
    for part in (text.title_zh, text.title_en, text.body_zh, text.body_en, text.what_changed, *text.skills):
        check_signs(part)
    for name in PLAIN:
        setattr(bulletin, name, getattr(text, name))
    bulletin.title = Bilingual(text.title_zh.strip(), text.title_en.strip())
    bulletin.body = Bilingual(text.body_zh.strip(), text.body_en.strip())
    bulletin.skills = sorted({one.strip() for one in text.skills if one.strip()})
    bulletin.due_kind = text.due_kind if text.must_read else ""
    bulletin.what_changed = text.what_changed.strip()
    bulletin.save()
    bulletin.teams.set(Team.objects.filter(pk__in=text.teams))
    bulletin.posts.set(Post.objects.filter(pk__in=text.posts))
    return bulletin


def _ended(bulletin: Bulletin, by: User, reason: str) -> Bulletin:
    bulletin.ended_by, bulletin.ended_at, bulletin.end_reason = by, clock.now(), reason
    bulletin.save(update_fields=["ended_by", "ended_at", "end_reason", "replaced_by"])
    duties.ended(bulletin)
    cards.ended(bulletin)
    for test in bulletin.tests.filter(state=SpotTest.State.OPEN):
        test.state, test.closed_at = SpotTest.State.CLOSED, clock.now()
        test.save(update_fields=["state", "closed_at"])
        duties.test_over(test)
    return bulletin


def _copy(file: Attachment, bulletin: Bulletin) -> Attachment:
    facts = {"place": file.place, "name": file.name, "media_type": file.media_type, "size": file.size}
    return Attachment(bulletin=bulletin, **facts)


def _reason(reason: str) -> str:
    check_lengths(reason)
    if not reason.strip() or len(reason.strip()) > LONGEST_REASON:
        raise NotValid("bulletins.reason_missing", most=LONGEST_REASON)
    return reason.strip()
