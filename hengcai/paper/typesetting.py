"""Typst itself, apart from everything that knows the database: it takes most of the memory a page of paper costs."""

from collections.abc import Sequence


def typeset(template: str, inputs: dict[str, str], fonts: Sequence[str]) -> bytes:
    """PDF/A-2b, so that what is archived can be read in thirty years."""
    import typst

    return bytes(
        typst.compile(
            template, sys_inputs=inputs, font_paths=list(fonts), pdf_standards=["a-2b"], ignore_system_fonts=True
        )
    )
