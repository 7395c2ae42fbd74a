"""Turns a refusal into one sentence in the reader's language."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules

from hengcai.base.errors import Refusal
from hengcai.base.words import WORDS

_ALL: dict[str, Mapping[str, str]] = {}
_COMMA = {"zh": "、", "en": ", "}


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "?"


def register(words: Mapping[str, Mapping[str, str]]) -> None:
    """Adds a package's sentences; the same code may not be given two meanings."""
    for code, texts in words.items():
        if _ALL.setdefault(code, texts) != texts:
            raise ValueError(f"two sentences for {code}")


def gathered(package: str) -> dict[str, Mapping[str, str]]:
    """The parts of a package's folder of words as one, registered; a part may write a sentence as (Chinese, English)."""
    found: dict[str, Mapping[str, str]] = {}
    for part in iter_modules(import_module(package).__path__):
        for code, texts in import_module(f"{package}.{part.name}").WORDS.items():
            if code in found:
                raise ValueError(f"{code} stands twice in {package}")
            found[code] = texts if isinstance(texts, Mapping) else dict(zip(("zh", "en"), texts, strict=True))
    register(found)
    return found


def say(refusal: Refusal, language: str) -> str:
    """A code nobody registered is shown as it is, so that no refusal is ever silent."""
    return sentence(refusal.code, language, refusal.facts) if refusal.code in _ALL else str(refusal)


def sentence(code: str, language: str, facts: Mapping[str, object]) -> str:
    """The registered sentence of one code, with a place in a table or file in front when the facts name one. `.one` of
    a code stands for it where its `count` is 1 and English needs that."""
    tongue = tongue_of(language)
    if facts.get("count") == 1 and f"{code}.one" in _ALL:
        code = f"{code}.one"
    shown = _Facts({name: _shown(value, tongue) for name, value in facts.items()})
    place = _place(shown, tongue)
    return place + _ALL[code][tongue].format_map(shown)


def knows(code: str) -> bool:
    return code in _ALL


def text_of(code: str, language: str) -> str:
    """The registered sentence with its places still open, for whoever writes its facts in their own way."""
    return _ALL[code][tongue_of(language)]


def tongue_of(language: str) -> str:
    """`zh` or `en` for any language tag, such as zh-hans or en-GB."""
    return "zh" if language.lower().startswith("zh") else "en"


def _shown(value: object, tongue: str) -> str:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return _short(str(value))
    return _COMMA[tongue].join(_short(str(one)) for one in value)


def _short(text: str) -> str:
    """One line, and never a page: a value comes from a stranger's file."""
    line = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return line if len(line) <= 120 else f"{line[:119]}…"


def _place(facts: Mapping[str, object], tongue: str) -> str:
    names = [name for name in ("file", "sheet", "row", "line", "at", "column", "cell", "whom") if name in facts]
    parts = [WORDS[f"place.{name}"][tongue].format_map(facts) for name in names]
    colon = "：" if tongue == "zh" else ": "
    return _COMMA[tongue].join(parts) + colon if parts else ""


register(WORDS)
