"""Charts as SVG text: drawn once, shown in pages and set in PDFs.

Colours stand as attributes for print; a page's style sheet overrides them by class.
"""
