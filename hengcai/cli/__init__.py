"""The one program: arguments in, one action or query, text or JSON out."""

import sys


def main(argv: list[str] | None = None) -> int:
    from hengcai.cli.program import run

    return run(sys.argv[1:] if argv is None else argv)
