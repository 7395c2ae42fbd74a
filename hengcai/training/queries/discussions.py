"""Threads and posts as their readers see them."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open
from hengcai.training import permissions, states
from hengcai.training.models import Course, Post, PostReport, Session, Thread

SHOWN = Q(posts__state="shown")


def threads_seen_by(user: Doer) -> QuerySet[Thread]:
    """Pinned ones first, then the newest; with how many posts are shown and how many were reported."""
    rows = Thread.objects.select_related("opened_by", "session__course").annotate(
        n_posts=Count("posts", filter=SHOWN, distinct=True),
        n_reported=Count(
            "posts", filter=Q(posts__reports__isnull=False, posts__reports__settled_at=None), distinct=True
        ),
    )
    return permissions.SEE_TALK.rows(rows, user).order_by("-is_pinned", "-last_at", "-pk")


def threads_of_course(course: Course, user: Doer) -> QuerySet[Thread]:
    return threads_seen_by(user).filter(code=course.code, session=None)


def threads_of_session(session: Session, user: Doer) -> QuerySet[Thread]:
    return threads_seen_by(user).filter(session=session)


@dataclass(frozen=True)
class PostSeen:
    """`words` empty where they are not for this reader."""

    post: Post
    words: str
    is_own: bool
    moves: list[str]
    reports: list[PostReport]


def posts_seen(thread: Thread, user: Doer) -> list[PostSeen]:
    """In the order written. Hidden words are for their writer and for who runs the course."""
    moderates = permissions.MODERATE.allows(thread, user)
    rows = thread.posts.select_related("by", "hidden_by").prefetch_related("reports__by").order_by("at", "pk")
    return [_seen(one, user, moderates=moderates) for one in rows]


def _seen(post: Post, user: Doer, *, moderates: bool) -> PostSeen:
    is_own = post.by_id == user.pk
    words = post.words if post.state == Post.State.SHOWN or is_own or moderates else ""
    kinds = [one for one in states.POST_MOVES if moderates or one in (states.TAKE_BACK_POST,)]
    moves = [one.name for one in kinds if post.state in one.sources and (one != states.TAKE_BACK_POST or is_own)]
    reports = [one for one in post.reports.all() if one.settled_at is None] if moderates else []
    return PostSeen(post, words, is_own, moves, reports)


def may_open_in(place: Course | Session, user: Doer) -> bool:
    gate = permissions.TALK_COURSE if isinstance(place, Course) else permissions.TALK_SESSION
    return gate.allows(place, user)


def moves_of_post(post: Post, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.POST_MOVES, post, user)]
