"""Endpoints of training needs, plans and effects."""
