"""Printed forms of what follows from a result."""
