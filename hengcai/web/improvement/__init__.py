"""Pages of corrective measures, of the month's quality analysis and of standing reports."""
