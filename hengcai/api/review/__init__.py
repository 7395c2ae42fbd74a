"""Endpoints of today’s review."""
