"""Every sentence of reports, home pages and forms, whole, in both languages."""

from importlib import import_module
from pkgutil import iter_modules

from hengcai.base.say import register

PARTS = [import_module(f"{__name__}.{found.name}").WORDS for found in iter_modules(__path__)]
WORDS: dict[str, dict[str, str]] = {code: {"zh": zh, "en": en} for part in PARTS for code, (zh, en) in part.items()}
register(WORDS)
