"""PDF by typst from one description; the same description makes the XLSX and the page."""
