"""What packages above listen to. Sent within the action, so that what a listener writes comes and goes with it."""

from django.dispatch import Signal

results_told = Signal()  # sittings: marked, and from now on known to whoever sat them
