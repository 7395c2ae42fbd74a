"""Pages of corrective actions, of the month's quality analysis and of scheduled reports."""
