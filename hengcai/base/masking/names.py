"""Names of people: told beforehand, told by whoever is called so, or standing where only a name stands.

Of a name its first character stays: in Chinese the surname, by which people are called anyway.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hengcai.base.masking.name_words import (
    AFTER,
    GIVEN,
    GIVEN_EN,
    LONG_SURNAMES,
    NEVER,
    NEXT_WORDS,
    NO_NAMES,
    PLAIN_WORDS_EN,
    STAFF,
    SURNAMES,
    TITLES,
)
from hengcai.base.masking.stretch import NAME, Stretch

_HAN = r"\u4e00-\u9fff"
_SURNAME = rf"(?:{'|'.join(LONG_SURNAMES)}|[{SURNAMES}])"
_CALLED = r"(?:的?(?:名字|姓名|大名)|名)?(?:就?是|叫做?|写的?是?|为|填的?是?|改成|改为|换成)?[:： \"“「]{0,2}"
_ROLES = (
    "户主|机主|车主|业主|房主|房东|租客|收件人|收货人|签收人|寄件人|发件人|联系人|预订人|预定人|订票人|购票人|乘车人|乘机人|入住人|投保人|被保险人|被保人|受益人|申请人|持卡人"
    "|开户人|登记人|借款人|担保人|患者|病人|就诊人|乘客|旅客|下单人|订货人|购买人|户名|开户名|账户名|抬头|监护人|家长|学员|考生|会员|客户|当事人|报修人|紧急联系人|实名人|本人姓名|真实姓名|姓名|预约人|经办人|委托人|代理人|投诉人|报案人|办理人|使用人|借阅人|取件人|收款人|付款人|提货人|订餐人|用户"
)
_KIN = (
    "老公|老婆|丈夫|妻子|爱人|父亲|母亲|爸爸|妈妈|我爸|我妈|儿子|女儿|孩子|小孩|弟弟|哥哥|姐姐|妹妹|同学|朋友|室友|邻居|同事|老伴|奶奶|爷爷|外婆|外公|姥姥|姥爷|公公|婆婆|岳父|岳母"
    "|表哥|表弟|表姐|表妹|堂哥|堂弟|侄子|外甥|孙子|孙女|舅舅|姑姑|叔叔|阿姨|对象|女朋友|男朋友|未婚妻|媳妇"
)
# where a name must follow
_SURE = re.compile(
    rf"(?:我姓{_SURNAME}[,，、 ]{{0,2}}(?:名?叫|名)?|我叫|我名叫|叫做|本人(?:叫|是|名叫)?|名字[是叫写填]的?是?|(?:{_ROLES}){_CALLED}|(?:{_KIN})(?:的名字|的姓名|名字)?(?:是|叫|写的是)"
    rf"|(?:名义|名字)(?:用|写|登记|填)(?:的是|的)?|[写填登记录]的?(?:名字|姓名)是|[他她]叫|[他她]名字叫|名下是|实名(?:是|的是)|大名)[:： \"“「]{{0,2}}"
)
# where a name may follow, if it looks like one
_LIKELY = re.compile(
    rf"(?:我是|您是|你是|他是|她是|这边是|这里是|找|转告|告诉|联系|通知|请|让|喊|叫|给|帮|替|寄给|发给|转给|交给|留给|退给|汇给|送给|{_KIN}|我先生|我太太|和|跟|与|用|以|写|填|挂|报|成|为|是|到|[:：,，、。；;!！?？\s（(“\"「/|]|^)"
)
_TAIL = re.compile(
    rf"(?:{TITLES}|你好|您好|收(?![到费货取据])|的(?:账户|账号|卡|快递|包裹|订单|名字|名下|保单|房间|手机|号码|电话|身份证|户头|票|车票|机票|病历|档案|会员|贷款|工单|投诉)|名下|签收|代收|代签|代领|亲启"
    r"|吗[?？]?$|是吧|对吗|对吧|在吗|在不在|接(?:电话|一下)|(?=[,，。;； :：/|]{0,2}(?:男|女|手机|电话|身份证|1\d{2}|联系))|(?=[,， ]{1,2}[\u4e00-\u9fff]{0,8}(?:省|市|区|县|路|街|小区|花园))|[)）])"
)
_DOTTED = re.compile(rf"(?P<own>[{_HAN}]{{2,6}}(?:[·•・‧][{_HAN}]{{1,7}})+)")
_BY_SOUND = frozenset(
    "阿艾安奥巴拜班比别波布达德迪丁多尔法菲弗福盖格古哈海赫霍吉加贾杰金卡凯科克肯库拉莱兰勒雷里丽莉利林龙卢鲁罗洛马玛麦曼梅美蒙米莫姆穆娜纳内尼努诺欧帕佩皮普齐奇钱乔切热日荣若萨塞桑"
    "沙莎舍施史斯苏索塔泰坦特提图托瓦维威沃乌吾武西希夏肖谢辛修雅亚扬耶叶伊依尤于泽扎詹珍芝朱祖木力甫江孜孙汗买娅吐逊约翰士密史密森琼恩露茜汤姆彼得保罗玛丽大卫卜合如仙次仁卓嘎旺堆布丹增央顿珠洛牙生尼亚孜拜克居马买合铁米尔祖农依拉"
)
_DOTTED_LEAD = re.compile(r"(?:我|您|你|他|她)?(?:叫做?|是|给|找|请|名|为|人|帮|和)+")
_EXPLAINED = re.compile(rf"[{_HAN}]{{1,4}}的(?P<sign>[{_HAN}])(?=[,，。、;；!！ ]|$|[啊呀嘛哈])")
_GIVING = re.compile(
    rf"(?:找|转告|告诉|联系|通知|请|让|喊|帮|替|给|代|留|{_KIN}|我先生|我太太|我家先生|我家太太|我老公|孩子他爸|和|跟|与)$"
)
_GOES_ON = frozenset(
    "办开取就会也订拿接付存回签领改查说买打来去做写缴交充的在和跟这那要想不没有还能可先了，,。.;；!！?？ )）"
)
_TITLED = re.compile(rf"(?={TITLES})")
_STAFF_BEFORE = re.compile(rf"(?:{STAFF})[:： ,，]?(?:是|叫)?$")
_STAFF_AFTER = re.compile(
    r"[,，]?(?:很高兴)?(?:为您|为你|竭诚|师傅|教练|主任|局长|经理|店长|主管|班长|的歌|的电影|演唱会|代言|牌|同款|纪念|故居|公园|路|街|银行)"
)
_TWICE = re.compile(
    rf"(?P<same>[{SURNAMES}])(?:先生|女士|小姐|师傅|老师|太太|阿姨|总|经理|大哥|姐)[,， ]?(?P<own>(?P=same)[{_HAN}]{{1,2}})(?=$|[^{_HAN}]|[收接签的在会])"
)
_NEAR = 24
_NO_SURNAME = re.compile(rf"[{''.join(sorted(_BY_SOUND))}]{{3,6}}(?=$|[^{_HAN}·•・‧])")

_CAP = r"(?:Mc|Mac|O'|D'|De|Le|Van )?[A-Z][a-zà-ÿ]+(?:['’][a-z]+)?(?:-[A-Z][a-zà-ÿ]+)?"
_INITIAL = r"(?: (?:[A-HJ-Z]\.?|I\.)(?= ))?"
_FULL = rf"{_CAP}{_INITIAL}(?: (?:(?:van|von|de|del|la|bin|al|ibn|der) ){{0,2}}{_CAP}){{0,3}}"
_NOT_FIRST = (
    "First|Old|New|Actually|Account|Address|Also|An?|And|Any|Are|As|At|Because|But|By|Can|Card|Case|Could|Customer|Do|Does|Don't|For|From|Give|Going|Good|Great|Hang|Hello|Here|Hi|Hold|How|I|I'm|If|In|Is|It|It's|Just|Let|Let's|Look"
    "|Madam|Ma'am|Maybe|My|No|Not|Nothing|Now|Of|Oh|Ok|Okay|On|One|Only|Or|Order|Our|Please|Reservation|Service|Sir|So|Some|Sorry|Still|Sure|Technical|Customer|Thank|Thanks|That|That's|The|Their|There|These|They|This|Those|To|Um|Uh|Under|Very"
    "|Wait|We|Well|What|When|Where|Which|Who|Why|Will|Would|Yeah|Yes|You|Your|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|July|August|September|October|November|December|English|American|British|Chinese|Spanish|French|German|Indian|Irish|Canadian|Australian|Catholic|Muslim"
)
_SURE_EN = re.compile(
    r"(?:\b[Mm]y (?:full |first |last |middle |maiden |legal |married |given )?name(?: is|'s|:| was)|\b[Nn]ame(?: is|'s|:| on (?:the |my )?\w+(?: is|'s|:)?)"
    r"|\b(?:[Ll]ast|[Ff]irst|[Ff]amily|[Mm]iddle|[Mm]aiden) name(?: is|'s|:|,)?|\b[Ss]urname(?: is|'s|:|,)?|\b[Uu]nder(?: the)? name(?: of)?|\b[Ii]n the name of|\bregistered (?:to|under)|\b(?:[Bb]ooked|[Rr]eserved) (?:for|under)|\b[Bb]ooking (?:is )?(?:for|under)|\b[Rr]eservation (?:is )?(?:for|under)|\b(?:it's|It's|that's|account|order|(?:account|booking|order|reservation|ticket|policy|name) is|be|listed|put it) under"
    r"|\b(?:[Cc]ard ?holder|[Aa]ccount ?holder|[Pp]olicy ?holder|[Pp]assenger|[Pp]atient|[Gg]uest|[Rr]ecipient|[Cc]ustomer|[Cc]ontact|[Bb]eneficiary|[Ss]ender|[Tt]enant|[Pp]ayee)(?: name)?(?: is|'s|:| was)"
    r"|\b(?:[Hh]usband|[Ww]ife|[Ss]on|[Dd]aughter|[Mm]other|[Ff]ather|[Mm]um|[Mm]om|[Dd]ad|[Bb]rother|[Ss]ister|[Pp]artner|[Ff]riend|[Nn]eighbou?r|[Rr]oommate|[Cc]olleague|[Uu]ncle|[Aa]unt|[Gg]randmother|[Gg]randfather|[Ff]ianc[eé]e?|[Bb]oss|[Cc]ousin|[Nn]ephew|[Nn]iece)(?:'s name)?(?:,| is| is called|'s called| named|:)?"
    r"|\b(?:called|named|[Aa]ttention|[Aa]ttn:?|c/o|[Dd]ear|[Rr]egards,?|[Ss]incerely,?|[Cc]heers,|[Ss]peaking (?:with|to)|[Ss]poke (?:with|to)|[Aa]sk for|[Tt]alk to|[Ss]igned(?: by)?|[Cc]all me)) "
)
_HERE_EN = re.compile(
    rf"\b(?:[Tt]his is|[Ii]t's|[Ii]t is|[Ii]'m|[Ii] am|[Hh]ere is)(?: also)? (?P<own>(?!(?:{_NOT_FIRST})\b){_FULL})"
)
_CALLING = re.compile(r" (?:calling|speaking|here|from|again|on the line|on behalf)\b|[,.]")
_TITLED_EN = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mister|Sir|Lady)\b\.? (?P<own>{_FULL})")
_GREETED = re.compile(
    rf"(?:\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Yy]es|[Oo]kay|[Ss]orry|[Ww]elcome|[Bb]ye|[Mm]orning|[Aa]fternoon|[Ee]vening),? )(?P<own>{_FULL})(?=[,.!?]|$)"
)
_LOW_EN = re.compile(
    r"\b(?:my (?:full |first |last )?name(?: is|'s)|last name(?: is|'s)?|first name(?: is|'s)?|surname(?: is|'s)?|name on the (?:account|card|order|booking) is|under the name(?: of)?|this is|mr|mrs|ms|i'm|it's) (?P<own>[a-z]{2,15}(?: [a-z]{2,15})?)(?=$|[.,;!?]| (?:and|from|calling|speaking|here|i|my|the|with|on|but)\b)"
)
_SURE_LOW = re.compile(r"name|mr|ms|mrs")
_NOT_LOW = frozenset(
    "a an and as at but correct from here i important in incorrect is listed missing my not now of on or sorry spelled still that the this to under what wrong it is not really good fine great just so very going calling about for with"
    " yes no one all too also his her our your their mine yours same different love hard easy long short common misspelt misspelled unusual foreign ok okay there then when where who why how because".split()
)
_FULL_EN = re.compile(
    rf"\b(?P<first>[A-Z][a-z]+)(?: (?:[A-HJ-Z]\.?|I\.))? (?!(?:{_NOT_FIRST})\b)(?:(?:van|von|de|del|la|bin|al) ){{0,2}}{_CAP}(?: {_CAP})?"
)
_NO_LAST = re.compile(
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|Way|Square|Place|Park|Hotel|Inn|Bank|Hospital|School|College|University|Airport|Station|Day|City|County|River|Lake|Island|Hall|House|Store|Shop|Market|Center|Centre|Card|Plan|Insurance|Lewis|Company|Inc|Ltd|Restaurant|Cafe|Bridge|Church|Museum|Theatre|Theater|Stadium|Beach|Bay|Hill|Building|Tower|Pro|Plus)\b"
)
_SPELLED = re.compile(r"\b[A-Za-z](?:[-. ,]{1,2}[A-Za-z]\b){2,20}")
_SPELLED_TOLD = re.compile(r"(?:spell\w*|spelt|name|surname|that's|letters?)\b[^.!?]{0,40}$", re.IGNORECASE)
_AS_IN = re.compile(
    r"\b[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+(?:[,;]? (?:and )?[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+)+"
)


def names(text: str, known: Sequence[str] = ()) -> Iterator[Stretch]:
    """Every name in `text`, which is in half width; `known` are names told beside it."""
    yield from _known(text, known)
    yield from introduced(text)
    if any("\u4e00" <= sign <= "\u9fff" for sign in text):
        yield from _titled(text)
        yield from _standing(text)
        yield from _dotted(text)
        yield from (_kept_first(*found.span("own")) for found in _TWICE.finditer(text))
    yield from _english(text)


def introduced(text: str) -> Iterator[Stretch]:
    """Whoever says what somebody is called."""
    for cue in _SURE.finditer(text):
        end = _name_at(text, cue.end(), is_sure=True)
        if end and not _is_staff(text, cue.start(), end):
            yield _kept_first(cue.end(), end)
            yield from _explained(text, cue.end(), end)
        elif sound := _NO_SURNAME.match(text, cue.end()):
            yield _kept_first(*sound.span())
        elif foreign := re.compile(_FULL).match(text, cue.end()):
            yield _kept_first(*foreign.span())
    for cue in _SURE_EN.finditer(text):
        found = _named_en(text, cue.end())
        if found:
            yield _kept_first(cue.end(), found)
    yield from _low_names(text)


def _known(text: str, known: Sequence[str]) -> Iterator[Stretch]:
    for name in sorted({one.strip() for one in known if len(one.strip()) > 1}, key=len, reverse=True):
        for found in _pattern(name).finditer(text):
            if not _is_word(name, text, *found.span()):
                yield _kept_first(*found.span())


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    """The whole name however it is written, and its parts by which somebody is called."""
    if not name.isascii():
        given = [re.escape(part) for part in _given_zh(name)]
        return re.compile("|".join([re.escape(name), *given]))
    whole = r"\s+".join(map(re.escape, name.split()))
    parts = [rf"(?-i:{re.escape(part)})" for part in _parts_en(name)]
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join([whole, *parts])})(?:['’]s)?(?![A-Za-z])", re.IGNORECASE)


def _given_zh(name: str) -> list[str]:
    """Two signs by which friends call somebody, where they are no word of their own."""
    size = 2 if name.startswith(LONG_SURNAMES) else 1
    given = name[size:]
    return [given] if len(given) == 2 and name[0] in SURNAMES and given not in NO_NAMES else []


def _parts_en(name: str) -> list[str]:
    parts = [part for part in name.split() if len(part) > 2] if " " in name else []
    return [form for part in parts for form in {part.capitalize(), part.upper(), *_low(part)}]


def _low(part: str) -> set[str]:
    return set() if part.lower() in PLAIN_WORDS_EN or len(part) < 4 else {part.lower(), part}


def _is_word(name: str, text: str, start: int, end: int) -> bool:
    """高峰 is somebody's name and an hour of the day: then only what stands around it tells."""
    said = text[start:end]
    if said.isascii():
        is_first = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?"
        return said.lower() in PLAIN_WORDS_EN and (said.islower() or (is_first and text[end : end + 1] == " "))
    is_common = said in NO_NAMES or said != name
    return is_common and not (_TAIL.match(text, end) or _is_closed(text, end)) and not _is_called(text, start)


def _is_closed(text: str, at: int) -> bool:
    return at >= len(text) or not "\u4e00" <= text[at] <= "\u9fff" or text[at] in AFTER


def _is_called(text: str, at: int) -> bool:
    return bool(re.search(r"(?:我是|我叫|您是|叫|给|找|请|让|跟|和)$", text[max(0, at - 3) : at]))


def _name_at(text: str, at: int, *, is_sure: bool) -> int:
    """Where the Chinese name that begins at `at` ends; 0 where none does."""
    first = re.compile(_SURNAME).match(text, at)
    if first is None or _is_plain(text, at):
        return 0
    end = first.end()
    for place in (end, end + 1):
        sign = text[place : place + 1]
        if not sign or not "\u4e00" <= sign <= "\u9fff" or not _is_given(text, place, end, is_sure=is_sure):
            break
    else:
        place = end + 2
    return place if place > end else 0


def _is_given(text: str, place: int, first: int, *, is_sure: bool) -> bool:
    """Whether this sign goes on with the given name that began at `first`."""
    if re.compile(TITLES).match(text, place):
        return False
    sign = text[place]
    if place > first and sign == text[place - 1]:
        return True
    if text[place : place + 2] in NEXT_WORDS:
        return False
    if place == first and is_sure:
        return sign not in NEVER
    return sign not in AFTER and (is_sure or sign in GIVEN)


def _is_plain(text: str, at: int) -> bool:
    return any(text[at : at + size] in NO_NAMES for size in (2, 3, 4))


def _is_staff(text: str, start: int, end: int) -> bool:
    return bool(_STAFF_BEFORE.search(text[max(0, start - 12) : start]) or _STAFF_AFTER.match(text, end))


def _titled(text: str) -> Iterator[Stretch]:
    """王小明先生; of 王先生 nothing is to be covered."""
    for title in _TITLED.finditer(text):
        for size in (4, 3, 2):
            start = title.start() - size
            if start >= 0 and _fits(text, start, title.start()):
                yield _kept_first(start, title.start())
                break


def _fits(text: str, start: int, end: int) -> bool:
    """Surname and given name fill it; 谢王先生 is thanks, and 和李先生 is company."""
    if text[start] in "谢和向于连代应从请为由给跟及" and text[start + 1] in SURNAMES[:40]:
        return False
    name = text[start:end]
    surname = 2 if name.startswith(LONG_SURNAMES) else 1
    is_one = name[0] in SURNAMES or surname == 2
    given = name[surname:]
    is_given = 1 <= len(given) <= 2 and all("\u4e00" <= sign <= "\u9fff" and sign not in AFTER for sign in given)
    return is_one and is_given and not _is_plain(text, start) and not _is_staff(text, start, end)


def _standing(text: str) -> Iterator[Stretch]:
    """Where nothing before it says so, what follows has to: 李晓红的卡, 李晓红 138…, or a line of its own."""
    at = 0
    for cue in _LIKELY.finditer(text):
        if cue.end() < at:
            continue
        end = _name_at(text, cue.end(), is_sure=False)
        if end and _is_told_by_its_end(text, cue.end(), end) and not _is_staff(text, cue.end(), end):
            yield _kept_first(cue.end(), end)
            at = end


def _is_told_by_its_end(text: str, start: int, end: int) -> bool:
    if _TAIL.match(text, end):
        return True
    is_alone = end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff"
    cue = text[max(0, start - 4) : start]
    if _GIVING.search(cue) and (
        text[end : end + 1] in _GOES_ON if cue.endswith(("和", "跟", "与")) else is_alone or text[end] in _GOES_ON
    ):
        return True
    if cue.endswith(("我是", "您是", "你是")) and text[end : end + 1] in ("的", "啊", "吧", "呀", "吗"):
        return True
    return (
        is_alone
        and bool(re.search(r"我是|您是|你是|叫|找|寄给|转给|交给|发给|留给|告诉|联系|通知|写", cue))
        or not text[:start].strip()
        and not text[end:].strip(" 。.,，!！")
    )


def _dotted(text: str) -> Iterator[Stretch]:
    """买买提·艾力; what only leads to it stays."""
    for found in _DOTTED.finditer(text):
        lead = _DOTTED_LEAD.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        if lead or all(sign in _BY_SOUND for sign in re.split("[·•・‧]", text[start : found.end()])[0]):
            yield _kept_first(start, found.end())


def _explained(text: str, start: int, end: int) -> Iterator[Stretch]:
    """伟大的伟: what says how a given name is written."""
    given = set(text[start + 1 : end])
    for found in _EXPLAINED.finditer(text, end, end + _NEAR):
        if found["sign"] in given and found["sign"] in found[0][:-2]:
            yield Stretch(NAME, *found.span(), *found.span())


def _english(text: str) -> Iterator[Stretch]:
    for pattern in (_TITLED_EN, _GREETED, _HERE_EN):
        for found in pattern.finditer(text):
            if _is_one(text, pattern, found):
                yield _kept_first(*found.span("own"))
    for found in _FULL_EN.finditer(text):
        first = found["first"].lower()
        if (
            first in GIVEN_EN
            and first not in PLAIN_WORDS_EN
            and not _NO_LAST.search(text, found.start(), found.end() + 14)
        ):
            yield _kept_first(*found.span())
    yield from _spelled(text)


def _is_one(text: str, pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    first = found["own"].split()[0]
    if re.match(rf"(?:{_NOT_FIRST})$", first):
        return False
    if pattern is _TITLED_EN:
        return True
    is_given = first.lower() in GIVEN_EN
    return (
        is_given
        or (pattern is _HERE_EN and " " in found["own"] and not _NO_LAST.search(found["own"]))
        or (pattern is _HERE_EN and _CALLING.match(text, found.end()) is not None and text[found.end()] == " ")
    )


def _named_en(text: str, at: int) -> int:
    found = re.compile(rf"(?!(?:{_NOT_FIRST})\b){_FULL}").match(text, at)
    return found.end() if found and not _NO_LAST.search(text, at, found.end() + 14) else 0


def _low_names(text: str) -> Iterator[Stretch]:
    """As a recogniser writes it."""
    for found in _LOW_EN.finditer(text):
        words = found["own"].split()
        is_told = bool(_SURE_LOW.search(found[0][: -len(found["own"])]))
        is_one = words[0] not in _NOT_LOW if is_told else words[0] in GIVEN_EN - PLAIN_WORDS_EN
        if is_one:
            end = found.end("own") if words[-1] not in _NOT_LOW else found.start("own") + len(words[0])
            yield _kept_first(found.start("own"), end)


def _spelled(text: str) -> Iterator[Stretch]:
    """S-M-I-T-H, S as in Sam."""
    for found in (*_SPELLED.finditer(text), *_AS_IN.finditer(text)):
        if _SPELLED_TOLD.search(text[max(0, found.start() - 60) : found.start()]):
            yield _kept_first(*found.span())
            yield from _said_before(text, found)


def _said_before(text: str, spelled: re.Match[str]) -> Iterator[Stretch]:
    """The word that is spelled right after it."""
    letters = re.sub(r"[^A-Za-z]", "", spelled[0])
    before = re.compile(rf"\b{letters}\W{{1,3}}$", re.IGNORECASE).search(
        text, max(0, spelled.start() - 40), spelled.start()
    )
    if before:
        yield _kept_first(before.start(), before.start() + len(letters))


def _kept_first(start: int, end: int) -> Stretch:
    return Stretch(NAME, start, end, start + 1, end)
