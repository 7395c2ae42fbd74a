"""知识库纠错: reported, accepted or declined, mended, confirmed by whoever reported it or opened again."""

from collections.abc import Collection
from datetime import date, timedelta

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths, check_signs
from hengcai.bulletins import duties, permissions, states
from hengcai.bulletins.errors_found import Found, knowledge_errors, owner_of_cause
from hengcai.bulletins.models import Correction, Topic
from hengcai.bulletins.rules import corrections as rules
from hengcai.bulletins.rules.corrections import Report
from hengcai.interactions.models import Contact
from hengcai.people.queries.calendar import the_calendar

CONFIRM_DAYS = 5


@action(permissions.KEEP_TOPICS)
def keep_topic(
    centre: Centre, *, by: User, name: Bilingual, owner: User, mend_days: int = 5, topic: Topic | None = None
) -> Topic:
    """A new one, or another name, owner or time for one; what is open goes to the new owner."""
    check_signs(name.zh + name.en)
    if not name or len(name.zh) > 60 or len(name.en) > 60 or not owner.is_active:
        raise NotValid("knowledge.topic_wrong")
    if not 1 <= mend_days <= rules.MOST_MEND_DAYS:
        raise NotValid("knowledge.days_wrong", most=rules.MOST_MEND_DAYS)
    made = topic or Topic()
    made.name, made.owner, made.mend_days = name, owner, mend_days
    made.save()
    for one in made.corrections.filter(state__in=states.WORKED_ON).exclude(owner=owner):
        _given_to(one, owner)
    return made


@action(permissions.KEEP_TOPICS)
def end_topic(topic: Topic, *, by: User) -> Topic:
    """No longer to be chosen; or again."""
    topic.is_used = not topic.is_used
    topic.save(update_fields=["is_used"])
    return topic


@action(permissions.REPORT, unsaid={"report"})
def report_knowledge(centre: Centre, *, by: User, report: Report, topic: Topic | None, today: date) -> Correction:
    """To the topic's owner; without one, to whoever runs the knowledge base."""
    rules.check_report(report)
    contact = Contact.objects.filter(key=report.contact.strip()).first() if report.contact.strip() else None
    made = Correction(
        topic=topic, owner=topic.owner if topic else None, entry=report.entry.strip(), link=report.link.strip(),
        wrong=report.wrong.strip(), better=report.better.strip(), contact_key=report.contact.strip(), contact=contact,
        reporter=by,
    )  # fmt: skip
    return _received(made, today)


@action(permissions.TAKE_OVER)
def take_over_errors(centre: Centre, *, by: User, evaluations: Collection[int], today: date) -> list[Correction]:
    """Published errors whose cause is the knowledge base: one report a contact and item, in the analyst's name."""
    owner = owner_of_cause()
    return [_received(_of_error(one, owner), today) for one in knowledge_errors(evaluations)]


@action(states.SORT)
def sort_knowledge(correction: Correction, *, by: User, topic: Topic) -> Correction:
    """Under a topic, and so to its owner."""
    correction.topic, correction.owner = topic, topic.owner
    correction.save(update_fields=["topic", "owner"])
    duties.sorted_anew(correction)
    return correction


@action(states.ACCEPT)
def accept_knowledge(correction: Correction, *, by: User, mend_by: date | None, today: date) -> Correction:
    """It is so; mended by that day, or by the topic's time."""
    days = correction.topic.mend_days if correction.topic else rules.ANSWER_DAYS
    correction.mend_by = rules.check_day(mend_by or the_calendar().add(today, days).date, today)
    correction.answered_by, correction.owner = by, correction.owner or by
    correction.save(update_fields=["mend_by", "answered_by", "owner"])
    duties.accepted(correction)
    return correction


@action(states.DECLINE, unsaid={"reason"})
def decline_knowledge(correction: Correction, *, by: User, reason: str, today: date) -> Correction:
    correction.answer, correction.answered_by = rules.check_words(reason, "knowledge.reason_missing"), by
    correction.save(update_fields=["answer", "answered_by"])
    _told(correction, today)
    return correction


@action(states.MEND, unsaid={"done"})
def mend_knowledge(correction: Correction, *, by: User, done: str, link: str = "", today: date) -> Correction:
    """What the entry says now, and where."""
    rules.check_link(link)
    check_lengths(link)
    if len(link) > 400:
        raise NotValid("knowledge.report_long")
    correction.answer, correction.answered_by = rules.check_words(done, "knowledge.mended_missing"), by
    correction.mended_link, correction.mended_at = link.strip(), clock.now()
    correction.save(update_fields=["answer", "answered_by", "mended_link", "mended_at"])
    _told(correction, today)
    return correction


@action(states.CONFIRM)
def confirm_knowledge(correction: Correction, *, by: User) -> Correction:
    """It is right now, or I see why not."""
    correction.closed_at = clock.now()
    correction.save(update_fields=["closed_at"])
    duties.closed(correction)
    return correction


@action(states.REOPEN, unsaid={"reason"})
def reopen_knowledge(correction: Correction, *, by: User, reason: str, today: date) -> Correction:
    """Not yet; to be answered anew."""
    correction.reopened_for = rules.check_words(reason, "knowledge.reopen_missing")
    correction.reopened += 1
    correction.mend_by = correction.mended_at = None
    correction.due_on = the_calendar().add(today, rules.ANSWER_DAYS).date
    correction.save(update_fields=["reopened_for", "reopened", "mend_by", "mended_at", "due_on"])
    duties.back(correction)
    return correction


def _of_error(found: Found, owner: User | None) -> Correction:
    return Correction(
        source=Correction.Source.QUALITY, owner=owner, entry=found.entry, wrong=found.wrong, contact=found.contact,
        contact_key=found.contact.key, item=found.item, reporter=found.reporter,
    )  # fmt: skip


def _received(correction: Correction, today: date) -> Correction:
    correction.reported_at = clock.now()
    correction.due_on = the_calendar().add(today, rules.ANSWER_DAYS).date
    correction.save()
    duties.to_mend(correction)
    return correction


def _given_to(correction: Correction, owner: User) -> None:
    correction.owner = owner
    correction.save(update_fields=["owner"])
    duties.sorted_anew(correction)


def _told(correction: Correction, today: date) -> None:
    duties.told(correction, today + timedelta(days=CONFIRM_DAYS))
