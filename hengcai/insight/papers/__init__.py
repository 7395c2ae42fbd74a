"""Reports laid out for printing: the same paper becomes PDF, workbook and page."""
