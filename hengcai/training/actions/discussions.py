"""Talking about a course or a session: threads, answers, what is reported and hidden."""

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.training import duties, permissions, states
from hengcai.training.models import Course, Post, PostReport, Session, Thread

LONGEST_TITLE, LONGEST_WORDS, LONGEST_REASON = 120, 4000, 400


@action(permissions.TALK_COURSE, unsaid={"title", "words"})
def open_course_thread(course: Course, *, by: User, title: str, words: str) -> Thread:
    return _opened(course.code, None, by, title, words)


@action(permissions.TALK_SESSION, unsaid={"title", "words"})
def open_session_thread(session: Session, *, by: User, title: str, words: str) -> Thread:
    """Only who is of the session reads it."""
    return _opened(session.course.code, session, by, title, words)


@action(permissions.TALK, unsaid={"words"})
def answer_thread(thread: Thread, *, by: User, words: str) -> Post:
    thread.last_at = clock.now()
    thread.save(update_fields=["last_at"])
    return _posted(thread, by, words)


@action(permissions.MODERATE)
def pin_thread(thread: Thread, *, by: User, is_pinned: bool) -> Thread:
    """Stands above the others, or no longer."""
    thread.is_pinned = is_pinned
    thread.save(update_fields=["is_pinned"])
    return thread


@action(permissions.REPORT_POST, unsaid={"reason"})
def report_post(post: Post, *, by: User, reason: str) -> PostReport:
    """Whoever runs the course is asked to look at it; twice by the same person is once."""
    if post.state != Post.State.SHOWN:
        raise NotNow("training.post_gone")
    told = _checked(reason, LONGEST_REASON, "training.post_reason_missing")
    found, _made = PostReport.objects.get_or_create(post=post, by=by, defaults={"reason": told, "at": clock.now()})
    duties.post_reported(post.thread)
    return found


@action(states.HIDE_POST, unsaid={"reason"})
def hide_post(post: Post, *, by: User, reason: str) -> Post:
    """Its writer is told why on the page; everybody else sees that a post was hidden."""
    post.hidden_because = _checked(reason, LONGEST_REASON, "training.post_reason_missing")
    post.hidden_by = by
    post.save(update_fields=["hidden_because", "hidden_by"])
    return _settled(post)


@action(states.KEEP_POST)
def keep_post(post: Post, *, by: User) -> Post:
    """Looked at: it may stay."""
    return _settled(post)


@action(states.SHOW_POST)
def show_post(post: Post, *, by: User) -> Post:
    """It was hidden wrongly."""
    post.hidden_because, post.hidden_by = "", None
    post.save(update_fields=["hidden_because", "hidden_by"])
    return post


@action(states.TAKE_BACK_POST)
def take_back_post(post: Post, *, by: User) -> Post:
    """By its writer; its words are gone."""
    post.words = ""
    post.save(update_fields=["words"])
    if not Post.objects.filter(thread=post.thread_id, pk__lt=post.pk).exists():
        Thread.objects.filter(pk=post.thread_id).update(title="–")  # its title was theirs too
    return _settled(post)


def _opened(code: str, session: Session | None, by: User, title: str, words: str) -> Thread:
    name = _checked(title, LONGEST_TITLE, "training.thread_title_missing")
    now = clock.now()
    made = Thread.objects.create(code=code, session=session, title=name, opened_by=by, opened_at=now, last_at=now)
    _posted(made, by, words)
    return made


def _posted(thread: Thread, by: User, words: str) -> Post:
    told = _checked(words, LONGEST_WORDS, "training.post_missing")
    return Post.objects.create(thread=thread, words=told, by=by, at=clock.now())


def _settled(post: Post) -> Post:
    PostReport.objects.filter(post=post, settled_at=None).update(settled_at=clock.now())
    if not PostReport.objects.filter(post__thread=post.thread_id, settled_at=None).exists():
        duties.posts_settled(post.thread_id)
    return post


def _checked(text: str, most: int, code: str) -> str:
    check_lengths(text)
    told = text.strip()
    if not told or len(told) > most:
        raise NotValid(code, most=most)
    return told
