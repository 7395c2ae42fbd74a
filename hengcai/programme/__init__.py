"""What training a centre needs, what it plans, and what training did: needs from gaps, plans with a timetable, effects."""
