"""The panel's own work: suggestions, tasks, minutes, terms."""
