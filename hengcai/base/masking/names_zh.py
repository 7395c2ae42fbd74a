"""Chinese names: a clause is read word by word, and what stands around it says how likely a name is where."""

import re
from collections.abc import Iterator

from hengcai.base.masking.cues_zh import (
    AFTER_NAMES,
    BEFORE_NAMES,
    CALLED_SISTER,
    GIVEN_ALONE,
    HOUSES,
    JOINING,
    ROLES,
    STAFF_AFTER,
    STAFF_BEFORE,
    WEIGHTS,
    WEIGHTS_AFTER,
)
from hengcai.base.masking.en_model import EITHER, GIVEN, kind_of
from hengcai.base.masking.forms_zh import formed_names
from hengcai.base.masking.name_lists import AFTER, LONG_SURNAMES, SURNAMES, TITLES, words
from hengcai.base.masking.names_en import FULL
from hengcai.base.masking.stretch import NAME, Stretch, kept_first
from hengcai.base.masking.zh_model import Speaks, model, named

_HAN = r"\u4e00-\u9fff"
_CLAUSE = re.compile(rf"[{_HAN}]{{2,200}}")  # a line without any pause is read in pieces
_EDGE_BEFORE, _EDGE_BEHIND = 3.0, 2.0  # a pause
_WHOLE = 4.0  # a name between two pauses
_DOTTED = re.compile(
    rf"(?P<first>[{_HAN}]{{2,12}})(?:[·•・‧](?:(?![这的是在我你他她说就还了吗名两三四五个]|那个|不[能是要想])[{_HAN}]){{1,8}})+"
)
_BY_SOUND = words(
    "其呷阿艾安奥巴拜班比别波布达德迪丁多尔法菲弗福盖格古哈海赫霍吉加贾杰金卡凯科克肯库拉莱兰勒雷里丽莉利林龙卢鲁罗洛马玛麦曼梅美蒙米莫姆穆娜纳内尼努诺欧帕佩皮普齐奇钱乔切热日荣若萨塞桑"
    "沙莎舍施史斯苏索塔泰坦特提图托瓦维威沃乌吾武西希夏肖谢辛修雅亚扬耶叶伊依尤于泽扎詹珍芝朱祖木力甫江孜孙汗买娅吐逊约翰士密史密森琼恩露茜汤姆彼得保罗玛丽大卫卜合如仙次仁卓嘎旺堆布丹增央顿珠洛牙生尼亚孜拜克居马买合云其木格斯图雅音朝宝吉日嘎热依阿不铁米尔祖农依拉宗措琴其塔牛伍曲呷"
)
_SOUNDS = re.compile(rf"[{''.join(sorted(_BY_SOUND))}]{{2,6}}$")
_EXPLAINED = re.compile(rf"[{_HAN}]{{1,4}}的(?P<sign>[{_HAN}])(?=[,，。、;；!！ ]|$|[啊呀嘛哈])")
_LATIN = re.compile(
    rf"(?:wo jiao|(?:护照|拼音|英文|拼法|拼成|拼写|罗马字)[{_HAN}]{{0,6}}|写成了?)[:：,，]? ?"
    r"(?P<own>[A-Z]{2,}(?:[ ,]{1,2}[A-Z]{2,}){1,3}|[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){1,3}|(?<=wo jiao "
    r")[a-z]{2,8} [a-z]{2,12}|(?<=英文名)[A-Z][a-z]{2,})"
)
_NO_SURNAME = re.compile(rf"[{''.join(sorted(_BY_SOUND))}]{{3,8}}(?=$|[^{_HAN}·•・‧]|[吧吗啊呀呢的了])")
_TOWNS = frozenset("西安 安卓 海尔 海南 巴西 马来 阿里 金卡 卡西 哈尔 沙特")
_WESTERN = re.compile(FULL)
_STRANGE = re.compile(
    rf"(?<![{_HAN}])(?P<own>[阿乌扎次巴买古热艾努玛帕吐麦格卓达米色索斯吉德其桑旦白][{''.join(sorted(_BY_SOUND))}]{{3,6}})(?=$"
    rf"|[^{_HAN}·]|的(?:包裹|快递|订单|卡|名|医保|银行|身份)|这个名字)"
)
_TWICE = re.compile(
    rf"(?P<same>[{SURNAMES}])(?:先生|女士|小姐|师傅|老师|太太|阿姨|总|经理|大哥"
    rf"|姐)[,， ]?(?P<own>(?P=same)[{_HAN}]{{1,2}})(?=$|[^{_HAN}]|[收接签的在会])"
)
_FAMILIAR = re.compile(
    rf"(?:找|叫|喊|那个|联系|让|交给|我是|转给|给)(?P<own>[老小][{SURNAMES}]|阿[{_HAN}])(?=$|[^{_HAN}]|就[行好]|签收|代收|[收接]一?下)"
)
_TITLED = re.compile(rf"(?<![{_HAN}])(?P<own>[{SURNAMES}][太生])(?=[,，]?[您你]好)")
_MIXED = re.compile(rf"(?<![A-Za-z])(?P<own>[A-Z][a-z]{{2,9}} ?[{SURNAMES}])(?=$|[^{_HAN}]|{TITLES})")
_BETWEEN = re.compile(
    rf"(?:{ROLES}|您是|请问是)(?P<own>(?![个位名这那哪此该一是]|不是|经理|代表|服务|专员|主任)(?:(?![的位个这那])[{_HAN}]){{2,3}})(?=先生|女士|小姐)"
)
_NEAR = 24
_LED = 3.0  # a cue that ends in is, called, written
_SURELY_FOREIGN = 5  # signs
_DOTS = frozenset("·•・‧")
_LONGEST_NAME = 4
Cues = list[re.Match[str]]
_MOST = 40  # names looked for a second time
_BESIDE = 5.0  # somebody named beside somebody else
_TWO_SIGNS = re.compile(
    rf"(?P<own>(?:(?<=姓)(?<!复姓)(?:{'|'.join(LONG_SURNAMES)})|(?:{'|'.join(LONG_SURNAMES)})(?={TITLES})))"
)
_SHORT = re.compile(rf"[{_HAN}]{{2,4}}(?![{_HAN}])")
_LEADS = frozenset("是叫填写为成名")
_AND = re.compile(r"[ ,，]?[和跟与、][ ]?")
_NO_END = frozenset("店村馆园庄楼镇县寺庙桥哈峡洞亭殿潭")  # with these a place's name ends
_READ_ALOUD = re.compile(r"[念读] ?[a-z]")
_COMMON = frozenset(SURNAMES[:40])
_BEHIND = re.compile(TITLES)
_ADDRESSED = re.compile(
    rf"(?:{TITLES}|[姐哥叔婶姨总](?![姐哥])|你好|您好|在家吗|在不在|[她他](?:今天|昨天|说|不|在)|的(?:老公|老婆|妈妈|爸爸|账户|卡|快递|包裹|订单|名字|手机|身份证))"
)
_SURELY_SO = re.compile(r"(?:客户|用户|会员|户主|机主|先生|女士|我是|我叫|您是|叫|叫我|喊我|找)$")
_CALLED_SO = re.compile(r"(?:我是|我叫|您是|叫|给|找|请|让|跟|和)$")


def chinese_names(text: str) -> Iterator[Stretch]:
    """`text` in half width, with Chinese in it."""
    yield from _dotted(text)
    yield from _formed(text)
    yield from (kept_first(*span) for span in formed_names(text))
    cues = list(BEFORE_NAMES.finditer(text))
    found = sorted({*_foreign(text, cues), *_read(text, cues)})
    for start, end in found:
        yield kept_first(start, end)
    yield from _again(text, found)


def _formed(text: str) -> Iterator[Stretch]:
    """What stands in a form in which nothing but a name stands."""
    for pattern in (_LATIN, _TWICE, _TWO_SIGNS, _BETWEEN):
        yield from (kept_first(*match.span("own")) for match in pattern.finditer(text))
    for pattern in (_STRANGE, _FAMILIAR, _TITLED, _MIXED):
        spans = (match.span("own") for match in pattern.finditer(text) if _is_called(match["own"]))
        yield from (kept_first(*span) for span in spans)


def _is_called(own: str) -> bool:
    """No word of its own; Tommy 盛, but not Switch 白."""
    latin = own[:-1].strip()
    return kind_of(latin) in (GIVEN, EITHER) if latin.isascii() else own not in model().words


def _read(text: str, cues: Cues) -> Iterator[tuple[int, int]]:
    """What the reading word by word takes for names."""
    clauses = [clause.span() for clause in _CLAUSE.finditer(text)]
    if clauses:
        speaks = _speaks(text, cues, clauses)
        for start, end in clauses:
            yield from _kept(text, start, end, speaks)


def _kept(text: str, start: int, end: int, speaks: Speaks) -> Iterator[tuple[int, int]]:
    """Of the names in a clause those of customers; who is told of beside one is another."""
    for first, last in named(text, start, end, speaks):
        if text[last - 1] not in _NO_END and not (
            _is_staff(text, first, last) or _joins(text, first) or _READ_ALOUD.match(text, last - 1)
        ):
            yield first, last
            beside = _AND.match(text, last)
            if beside and speaks.before.get(beside.end(), 0.0) < _BESIDE:
                more = Speaks({**speaks.before, beside.end(): _BESIDE}, speaks.after, speaks.alone)
                clause = _CLAUSE.match(text, beside.end())
                yield from _kept(text, *clause.span(), more) if clause else ()


def _speaks(text: str, cues: Cues, clauses: list[tuple[int, int]]) -> Speaks:
    before = {start: _EDGE_BEFORE for start, _end in clauses}
    after = {end: _EDGE_BEHIND + (_WHOLE if end - start <= _LONGEST_NAME else 0.0) for start, end in clauses}
    for cue in cues:
        kind, end = cue.lastgroup or "", cue.end()
        is_led = kind == "strong" and not _LEADS.isdisjoint(cue[0][-3:])
        before[end] = before.get(end, 0.0) + WEIGHTS[kind] + (_LED if is_led else 0.0)
        if is_led and (short := _SHORT.match(text, end)):
            after[short.end()] = after.get(short.end(), 0.0) + _EDGE_BEFORE
    for tail in AFTER_NAMES.finditer(text):
        after[tail.start()] = after.get(tail.start(), 0.0) + WEIGHTS_AFTER[tail.lastgroup or ""]
    return Speaks(before, after, _alone(text, before))


def _alone(text: str, before: dict[int, float]) -> frozenset[int]:
    """Where a given name may stand without its surname: 叫我建国, 丽华姐."""
    sisters = [sister.end() for sister in CALLED_SISTER.finditer(text)]
    for at in sisters:
        before[at] = before.get(at, 0.0) + WEIGHTS["medium"]
    return frozenset((*sisters, *(cue.end() for cue in GIVEN_ALONE.finditer(text))))


def _is_staff(text: str, start: int, end: int) -> bool:
    """Somebody who serves, and what is called after somebody."""
    return bool(
        STAFF_BEFORE.search(text[max(0, start - 12) : start]) or STAFF_AFTER.match(text, end) or HOUSES.match(text, end)
    )


def _joins(text: str, start: int) -> bool:
    """谢王先生 is thanks, and 和李先生 is company."""
    return text[start] in JOINING and text[start + 1] in _COMMON and _BEHIND.match(text, start + 2) is not None


_SOUNDS_TITLED = re.compile(rf"[{''.join(sorted(_BY_SOUND))}]{{3,6}}(?={TITLES})")


def _foreign(text: str, cues: Cues) -> Iterator[tuple[int, int]]:
    """Names by their sound, and in Latin letters, after what announces one."""
    for cue in cues:
        other = _NO_SURNAME.match(text, cue.end())
        if other and cue.lastgroup in ("weak", "same") and len(other[0]) < _SURELY_FOREIGN:
            continue
        if other is None and cue.lastgroup == "strong":
            other = _WESTERN.match(text, cue.end())
        if other and other[0] not in model().words and other[0][:2] not in _TOWNS:
            yield other.span()
    yield from (found.span() for found in _SOUNDS_TITLED.finditer(text))


def _again(text: str, found: list[tuple[int, int]]) -> Iterator[Stretch]:
    """A name said a second time, or without the surname, and how it is written."""
    for start, end in found:
        yield from _explained(text, start, end)
    parts = {part for name in {text[start:end] for start, end in found} for part in _parts(name)}
    if parts:
        pattern = re.compile("|".join(sorted(parts, key=len, reverse=True)[:_MOST]))
        yield from (kept_first(*more.span()) for more in pattern.finditer(text))


def _parts(name: str) -> list[str]:
    """The whole name, and the given name where it is no word."""
    given = name[2 if name.startswith(LONG_SURNAMES) else 1 :]
    return [name, given] if len(given) > 1 and given not in model().words else [name]


def is_named_here(text: str, start: int, end: int, *, is_word: bool) -> bool:
    """Whether what stands around says that a word that may be a name is one."""
    cue = text[max(0, start - 3) : start]
    if is_word:
        is_lone = not _is_han(text, start - 1) and not _is_han(text, end)
        return is_lone or bool(_ADDRESSED.match(text, end)) or bool(_SURELY_SO.search(cue))
    goes_on = not _is_han(text, end) or text[end] in AFTER or AFTER_NAMES.match(text, end)
    return bool(goes_on) or bool(_CALLED_SO.search(cue))


def _is_han(text: str, at: int) -> bool:
    return 0 <= at < len(text) and "\u4e00" <= text[at] <= "\u9fff"


def _dotted(text: str) -> Iterator[Stretch]:
    """买买提·艾力: from the dot back as far as the signs are those of such names."""
    if _DOTS.isdisjoint(text):
        return
    for found in _DOTTED.finditer(text):
        begun = _SOUNDS.search(found["first"])
        if begun:
            yield kept_first(found.start("first") + begun.start(), found.end())


def _explained(text: str, start: int, end: int) -> Iterator[Stretch]:
    """伟大的伟: what says how a given name is written."""
    given = set(text[start + 1 : end])
    for found in _EXPLAINED.finditer(text, end, end + _NEAR):
        if found["sign"] in given and found["sign"] in found[0][:-2]:
            yield Stretch(NAME, *found.span(), *found.span())
