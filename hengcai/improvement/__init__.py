"""What is done about a finding and whether it helped (整改), the month's quality analysis, standing reports."""
