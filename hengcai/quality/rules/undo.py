"""How long a submission may be taken back."""

from datetime import datetime, timedelta

from hengcai.base.errors import NotNow


def check_in_time(submitted_at: datetime, now: datetime, *, seconds: int) -> None:
    """The last second counts."""
    if now > submitted_at + timedelta(seconds=seconds):
        raise NotNow("quality.undo_too_late", seconds=seconds)
