"""The API of improvement: corrective measures, monthly analyses, standing reports."""
