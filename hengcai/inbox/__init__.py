"""What is due to whom: one row a duty, with its last day, its reminders, whom it went up to, and its receipt."""
