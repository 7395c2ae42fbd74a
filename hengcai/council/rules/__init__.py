"""The group's own work: terms of office, minutes, tasks, suggestions. Knows no Django."""
