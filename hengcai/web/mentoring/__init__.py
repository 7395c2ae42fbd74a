"""Pages of mentoring and permits."""
