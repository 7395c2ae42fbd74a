"""Scenarios and runs as lists and pages show them."""
