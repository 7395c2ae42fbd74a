"""Pages of training needs, plans and effects."""
