"""培训: so far where it starts from, the needs survey: a project of a group of people, its interviews, and the status report
that says what to train first and on what evidence."""
