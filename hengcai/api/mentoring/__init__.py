"""Endpoints of mentoring and permits."""
