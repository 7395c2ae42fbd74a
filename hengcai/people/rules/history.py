"""One person's history: employments, and where they stood from which day to which."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hengcai.base.days import months_after
from hengcai.base.errors import NotValid

PROBATION_MONTHS = 1
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Episode:
    """One employment, both ends included; still running when `left_on` is None."""

    hired_on: date
    left_on: date | None = None

    def holds(self, day: date) -> bool:
        return self.hired_on <= day and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True, slots=True)
class Stand:
    """From `since` on, in this team and post under this lead."""

    since: date
    team: Hashable = None
    post: Hashable = None
    lead: Hashable = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stand with its last day; open when `until` is None."""

    stand: Stand
    until: date | None

    @property
    def since(self) -> date:
        return self.stand.since

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Gap:
    """Employed, and nothing noted of where."""

    since: date
    until: date | None


def probation_end(hired_on: date, *, months: int = PROBATION_MONTHS) -> date:
    """The same day some months later, or the month's last."""
    return months_after(hired_on, months)


def episode_on(episodes: Iterable[Episode], day: date) -> Episode | None:
    return next((episode for episode in episodes if episode.holds(day)), None)


def check_episodes(episodes: Iterable[Episode]) -> None:
    """Nobody leaves before being hired, or is hired again before having left."""
    earlier: Episode | None = None
    for episode in sorted(episodes, key=lambda one: one.hired_on):
        if episode.left_on is not None and episode.left_on < episode.hired_on:
            raise NotValid("people.left_before_hired", hired_on=episode.hired_on, left_on=episode.left_on)
        if earlier is not None and earlier.left_on is None:
            raise NotValid("people.still_employed", since=earlier.hired_on, hired_on=episode.hired_on)
        if earlier is not None and earlier.left_on is not None and earlier.left_on >= episode.hired_on:
            raise NotValid("people.hired_before_left", left_on=earlier.left_on, hired_on=episode.hired_on)
        earlier = episode


def check_stands(stands: Iterable[Stand], episodes: Sequence[Episode]) -> None:
    """Every stand begins within an employment, and no two on the same day."""
    seen: set[date] = set()
    for stand in stands:
        if stand.since in seen:
            raise NotValid("people.since_twice", since=stand.since)
        seen.add(stand.since)
        check_since(stand.since, episodes)


def check_since(since: date, episodes: Sequence[Episode]) -> None:
    if episode_on(episodes, since):
        return
    before = [episode for episode in episodes if episode.hired_on <= since]
    if before:
        left_on = max(episode.left_on or date.max for episode in before)
        raise NotValid("people.since_after_left", since=since, left_on=left_on)
    if episodes:
        raise NotValid("people.since_before_hired", since=since, hired_on=min(one.hired_on for one in episodes))
    raise NotValid("people.never_employed", since=since)


def spans(stands: Iterable[Stand], episodes: Sequence[Episode] = ()) -> list[Span]:
    """In order, each ending the day before the next begins, or on the last day of its employment."""
    ordered = sorted(stands, key=lambda stand: stand.since)
    following: list[Stand | None] = [*ordered[1:], None]
    return [Span(one, _last_day(one, then, episodes)) for one, then in zip(ordered, following, strict=False)]


def _last_day(stand: Stand, then: Stand | None, episodes: Sequence[Episode]) -> date | None:
    episode = episode_on(episodes, stand.since)
    ends = [then.since - ONE_DAY] if then else []
    if episode and episode.left_on:
        ends.append(episode.left_on)
    return min(ends, default=None)


def gaps(history: Sequence[Span], episodes: Iterable[Episode]) -> list[Gap]:
    """The days of employment on which no stand holds."""
    found: list[Gap] = []
    for episode in sorted(episodes, key=lambda one: one.hired_on):
        free: date | None = episode.hired_on
        for span in (one for one in history if episode.holds(one.since)):
            if free is not None and free < span.since:
                found.append(Gap(free, span.since - ONE_DAY))
            free = span.until + ONE_DAY if span.until else None
        if free is not None and (episode.left_on is None or free <= episode.left_on):
            found.append(Gap(free, episode.left_on))
    return found


def place_on(days: Sequence[date], day: date) -> int | None:
    """Which of the ordered beginnings is the last one not after `day`."""
    found = bisect_right(days, day) - 1
    return found if found >= 0 else None


def share_of(since: date, until: date, *, first: date, last: date) -> tuple[float, float]:
    """Start and length of a period as percentages of the time from `first` to `last`, cut at both."""
    whole = (last - first).days + 1
    start = max(since, first)
    length = (min(until, last) - start).days + 1
    return round(100 * (start - first).days / whole, 2), round(100 * max(length, 0) / whole, 2)
