"""What the forms of the panel send, as the domain takes it."""

from hengcai.council.actions.group import Minutes
from hengcai.council.queries.group import people_to_choose
from hengcai.council.rules.group import Mandate, Point
from hengcai.web.shell.numbers import day_typed, whole, wholes

MOST_TOPICS, SPARE_TOPICS = 12, 3
VOTES = ("for", "against", "abstained")


def chosen_user(posted, name):
    return people_to_choose().filter(pk=whole(posted.get(name, "")) or 0).first()


def mandate_posted(posted):
    since, until = day_typed(posted.get("since", "")), day_typed(posted.get("until", ""))
    return Mandate(posted.get("part", ""), posted.get("chosen", ""), since, until, posted.get("basis", ""))


def minutes_posted(posted):
    present = list(people_to_choose().filter(pk__in=wholes(posted.getlist("present"))))
    points = [one for number in range(MOST_TOPICS) if (one := _point(posted, number))]
    held_on = day_typed(posted.get("held_on", ""))
    return Minutes(posted.get("title", ""), held_on, present, points, posted.get("guests", ""))


def rows_to_write(posted, meeting):
    """Topics as typed, else as kept, and some empty ones."""
    if posted:
        rows = [_typed(posted, number) for number in range(MOST_TOPICS)]
        last = max((number for number, row in enumerate(rows) if any(row.values())), default=-1)
        return rows[: max(last + 1, SPARE_TOPICS)]
    kept = [_kept(one) for one in meeting.topics.order_by("order")] if meeting else []
    empty = dict.fromkeys(("title", "said", "decided", *VOTES), "")
    return (kept + [dict(empty) for _more in range(SPARE_TOPICS)])[:MOST_TOPICS]


def _typed(posted, number):
    return {name: posted.get(f"{name}-{number}", "") for name in ("title", "said", "decided", *VOTES)}


def _kept(topic):
    votes = (topic.votes_for, topic.votes_against, topic.votes_abstained)
    told = dict(zip(VOTES, ("" if not any(votes) else str(one) for one in votes), strict=True))
    return {"title": topic.title, "said": topic.said, "decided": topic.decided, **told}


def _point(posted, number):
    row = _typed(posted, number)
    if not any(text.strip() for text in row.values()):
        return None
    agreed, against, abstained = (min(whole(row[name].strip()) or 0, 10_000) for name in VOTES)
    return Point(row["title"], row["said"], row["decided"], (agreed, against, abstained))
