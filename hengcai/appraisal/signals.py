"""What packages above listen to. Sent within the action, so that what a listener writes comes and goes with it."""

from django.dispatch import Signal

cycle_published = Signal()  # cycle, by: its results are out
result_corrected = Signal()  # old, fresh, by: a published result has a new revision
