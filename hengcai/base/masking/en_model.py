"""What an English word is: somebody's name, a word, both, or nothing that the lists know."""

from functools import lru_cache
from pathlib import Path

from hengcai.base.masking.name_lists import words

_LISTS = Path(__file__).parent / "words"
GIVEN, SURNAME, EITHER, WORD, UNKNOWN = "given", "surname", "either", "word", "unknown"
NAMES = (GIVEN, SURNAME)
_SHORT_FORMS = ("'m", "'re", "'ve", "'ll", "'d", "n't")
_SHORTENED = words(
    "i we you they he she it that there here what who where when how why let is are was were do does did can "
    "could would "
    "should has have had might must need name's everything something nothing"
)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Read when the first English text is looked at."""
    kinds = dict.fromkeys((_LISTS / "en_words.txt").read_text("utf-8").split(), WORD)
    for line in (_LISTS / "en_names.txt").read_text("utf-8").splitlines():
        kind, *some = line.split()
        kinds.update(dict.fromkeys(some, kind))
    return kinds


@lru_cache(maxsize=4096)
def kind_of(word: str) -> str:
    """Of a word in any case, with or without what shows whose it is."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = low[:-2]
        if low in _SHORTENED:
            return WORD
    kinds = _kinds()
    if low in kinds:
        return kinds[low]
    if "-" in low:
        parts = [kinds.get(part, UNKNOWN) for part in low.split("-")]
        return WORD if all(part == WORD for part in parts) else UNKNOWN
    return WORD if low.endswith(_SHORT_FORMS) or _is_formed(low, kinds) else UNKNOWN


def _is_formed(low: str, kinds: dict[str, str]) -> bool:
    """A word of the list with an ending: rebooking, parcels, unplugged."""
    stems = [low[: -len(end)] for end in ("s", "es", "ed", "d", "ing", "er", "ly") if low.endswith(end)]
    more = [stem + "e" for stem in stems] + [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    rest = [low[len(start) :] for start in ("re", "un", "pre", "non") if low.startswith(start)]
    return any(len(stem) > 2 and kinds.get(stem) == WORD for stem in (*stems, *more, *rest))
