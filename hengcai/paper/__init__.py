"""What prints and draws, for every package: blocks of a page as PDF, workbook and page, drawings, sentences in one language."""
