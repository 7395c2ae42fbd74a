"""Printed forms of this package."""
