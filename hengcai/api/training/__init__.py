"""Endpoints of the needs survey."""
