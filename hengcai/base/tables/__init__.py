"""People's tables: read row by row from CSV, JSONL, XLSX and Parquet, and rejected rows written back for correction."""
