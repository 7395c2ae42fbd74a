"""Endpoints of questionnaires and surveys."""
