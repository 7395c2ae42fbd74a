"""Who works where, in which post, under whom, from which day to which: a score belongs to the team of its day."""
