"""Discussions of a course or a session: threads, posts, what is reported and hidden."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Key, Text
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.base.masking.text import mask
from hengcai.training import actions, permissions
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.training.queries.discussions import posts_seen, threads_seen_by
from hengcai.training.queries.sessions import sessions_seen_by

router = Router()


class ThreadsWanted(Cut):
    """`course`: its code; `session`: its number."""

    course: Text = ""
    session: Key | None = None


class ThreadIn(Schema):
    """Of a `course` or of a `session`."""

    course: Key | None = None
    session: Key | None = None
    title: Text = ""
    words: Text = ""


class TalkPostIn(Schema):
    words: Text = ""


class TalkReasonIn(Schema):
    reason: Text = ""


class TalkThreadOut(Schema):
    id: int
    course: str
    session: int | None
    title: str
    is_pinned: bool
    opened_by: str
    last_at: datetime
    posts: int


class TalkPostOut(Schema):
    """`words`: empty where it was taken back, or hidden from who asks."""

    id: int
    state: str
    by: str
    at: datetime
    words: str
    hidden_because: str
    reports: int


class WholeThreadOut(TalkThreadOut):
    all_posts: list[TalkPostOut]


@router.get("", response=Page[TalkThreadOut])
def threads(request, wanted: Query[ThreadsWanted]):
    """Discussions of the courses one learns and of the sessions one is of; pinned ones first."""
    let_in(permissions.SEE_TALK, request.user)
    rows = threads_seen_by(request.user)
    rows = rows.filter(code=wanted.course) if wanted.course else rows
    return paged(rows.filter(session=wanted.session) if wanted.session else rows, _head, wanted)


@router.post("", response=WholeThreadOut)
def open_thread(request, body: ThreadIn):
    """Starts a discussion in a course one learns, or in a session one is of."""
    let_in(permissions.SEE_TALK, request.user)
    told = {"title": body.title, "words": body.words}
    if body.session:
        session = get_object_or_404(sessions_seen_by(request.user), pk=body.session)
        made = actions.open_session_thread(session, by=request.user, **told)
    elif body.course:
        course = get_object_or_404(courses_seen_by(request.user), pk=body.course)
        made = actions.open_course_thread(course, by=request.user, **told)
    else:
        raise NotValid("training.thread_title_missing", most=120)
    return _whole(request, made.pk)


@router.get("/{int:pk}", response=WholeThreadOut)
def thread(request, pk: int):
    """One discussion with its posts in the order written."""
    return _whole(request, pk)


@router.post("/{int:pk}/posts", response=WholeThreadOut)
def answer_thread(request, pk: int, body: TalkPostIn):
    """Answers in a discussion."""
    actions.answer_thread(_found(request, pk), by=request.user, words=body.words)
    return _whole(request, pk)


@router.post("/{int:pk}/pin", response=WholeThreadOut)
def pin_thread(request, pk: int):
    """Puts a discussion above the others."""
    actions.pin_thread(_found(request, pk), by=request.user, is_pinned=True)
    return _whole(request, pk)


@router.delete("/{int:pk}/pin", response=WholeThreadOut)
def unpin_thread(request, pk: int):
    """Puts a discussion back among the others."""
    actions.pin_thread(_found(request, pk), by=request.user, is_pinned=False)
    return _whole(request, pk)


@router.post("/{int:pk}/posts/{int:post}/report", response=WholeThreadOut)
def report_post(request, pk: int, post: int, body: TalkReasonIn):
    """Asks whoever runs the course to look at a post."""
    actions.report_post(_post(request, pk, post), by=request.user, reason=body.reason)
    return _whole(request, pk)


@router.post("/{int:pk}/posts/{int:post}/hide", response=WholeThreadOut)
def hide_post(request, pk: int, post: int, body: TalkReasonIn):
    """Hides a post; its writer reads why."""
    actions.hide_post(_post(request, pk, post), by=request.user, reason=body.reason)
    return _whole(request, pk)


@router.post("/{int:pk}/posts/{int:post}/keep", response=WholeThreadOut)
def keep_post(request, pk: int, post: int):
    """Leaves a reported post as it is."""
    actions.keep_post(_post(request, pk, post), by=request.user)
    return _whole(request, pk)


@router.post("/{int:pk}/posts/{int:post}/show", response=WholeThreadOut)
def show_post(request, pk: int, post: int):
    """Shows a hidden post again."""
    actions.show_post(_post(request, pk, post), by=request.user)
    return _whole(request, pk)


@router.post("/{int:pk}/posts/{int:post}/take-back", response=WholeThreadOut)
def take_back_post(request, pk: int, post: int):
    """Takes back a post of one’s own; its words are gone."""
    actions.take_back_post(_post(request, pk, post), by=request.user)
    return _whole(request, pk)


def _found(request, pk):
    let_in(permissions.SEE_TALK, request.user)
    return get_object_or_404(threads_seen_by(request.user), pk=pk)


def _post(request, pk, post):
    return get_object_or_404(_found(request, pk).posts, pk=post)


def _head(one) -> dict[str, Any]:
    return {
        "id": one.pk, "course": one.code, "session": one.session_id, "title": mask(one.title), "is_pinned": one.is_pinned,
        "opened_by": one.opened_by.name, "last_at": one.last_at, "posts": one.n_posts,
    }  # fmt: skip


def _whole(request, pk):
    found = _found(request, pk)
    return {**_head(found), "all_posts": [_said(one) for one in posts_seen(found, request.user)]}


def _said(one):
    because = mask(one.post.hidden_because) if one.words else ""
    return {
        "id": one.post.pk, "state": one.post.state, "by": one.post.by.name, "at": one.post.at, "words": mask(one.words),
        "hidden_because": because, "reports": len(one.reports),
    }  # fmt: skip
