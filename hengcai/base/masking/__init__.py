"""Customers' personal data in what was said: found as people write and say it, covered character by character."""
