"""Pictures of results as SVG text: words and figures in, one drawing out; no plotting library, no Django, no NumPy at import.

Colours stand as attributes for print; a page's style sheet overrides them by class.
"""
