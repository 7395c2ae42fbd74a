"""The API of improvement: corrective actions, monthly analyses, scheduled reports."""
