"""The forms that ship with the system: one description each, blank or filled, as page, PDF and workbook."""
