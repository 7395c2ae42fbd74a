"""Endpoints of the training needs analysis."""
