"""Pages of the training needs analysis."""
