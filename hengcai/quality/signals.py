"""What packages above listen to. Sent within the action, so that what a listener writes comes and goes with it."""

from django.dispatch import Signal

evaluations_published = Signal()  # keys, by: these evaluations are out, for the first time or changed by a decision
