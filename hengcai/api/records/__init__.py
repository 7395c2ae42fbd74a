"""Confirming results through the API."""
