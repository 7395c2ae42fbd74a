"""What packages above listen to. Sent within the action, so that what a listener writes comes and goes with it."""

from django.dispatch import Signal

appeal_filed = Signal()  # appeal, by
appeal_answered = Signal()  # appeal, by: `appeal.fresh` is the new revision, or None where it was rejected
appeal_withdrawn = Signal()  # appeal, by
