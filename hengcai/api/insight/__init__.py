"""Reports: one result, one team; as JSON, PDF and workbook."""
