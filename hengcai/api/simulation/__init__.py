"""Endpoints of scenarios and of the runs people made through them."""
