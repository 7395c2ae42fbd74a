"""Chinese names: after what announces one, before a title, or where only a name can stand."""

import re
from collections.abc import Iterator

from hengcai.base.masking.name_lists import (
    AFTER,
    GIVEN,
    LONG_SURNAMES,
    NEVER,
    NEXT_WORDS,
    NO_NAMES,
    STAFF,
    SURNAMES,
    TITLES,
)
from hengcai.base.masking.names_en import FULL
from hengcai.base.masking.stretch import NAME, Stretch, kept_first

_HAN = r"\u4e00-\u9fff"
_SURNAME = rf"(?:{'|'.join(LONG_SURNAMES)}|[{SURNAMES}])"
_CALLED = r"(?:的?(?:名字|姓名|大名)|名)?(?:就?是|叫做?|写的?是?|为|填的?是?|改成|改为|换成)?[:： \"“「]{0,2}"
_ROLES = (
    "户主|机主|车主|业主|房主|房东|租客|收件人|收货人|签收人|寄件人|发件人|联系人|预订人|预定人|订票人|购票人"
    "|乘车人|乘机人|入住人|投保人|被保险人|被保人|受益人|申请人|持卡人"
    "|开户人|登记人|借款人|担保人|患者|病人|就诊人|乘客|旅客|下单人|订货人|购买人|户名|开户名|账户名|抬头|监护人"
    "|家长|学员|考生|会员|客户|当事人|报修人|紧急联系人|实名人|本人姓名|真实姓名|姓名|预约人|经办人|委托人|代理人"
    "|代收人|来电人|推荐人|收货人|入住登记|老人家|投诉人|报案人|办理人|使用人|借阅人|取件人|收款人|付款人|提货人"
    "|订餐人|用户"
)
_KIN = (
    "老公|老婆|丈夫|妻子|爱人|父亲|母亲|爸爸|妈妈|我爸|我妈|儿子|女儿|孩子|小孩|弟弟|哥哥|姐姐|妹妹|同学|朋友|室友"
    "|邻居|同事|老伴|奶奶|爷爷|外婆|外公|姥姥|姥爷|公公|婆婆|岳父|岳母"
    "|表哥|表弟|表姐|表妹|堂哥|堂弟|侄子|外甥|孙子|孙女|舅舅|姑姑|叔叔|阿姨|对象|女朋友|男朋友|未婚妻|媳妇|前妻"
    "|前夫|老伴儿"
)
# where a name must follow
_SURE = re.compile(
    rf"(?:我姓{_SURNAME}[,，、 ]{{0,2}}(?:名?叫|名)?|我叫|我名叫|叫做|本人(?:叫|是|名叫)?|名字[是叫写填]的?是?"
    rf"|(?:{_ROLES}){_CALLED}|(?:{_KIN})(?:的名字|的姓名|名字)?(?:是|叫|写的是)"
    rf"|(?:名义|名字)(?:用|写|登记|填)(?:的是|的)?|[写填登记录]的?(?:名字|姓名)是|[他她]叫|[他她]名字叫|名下是"
    rf"|实名(?:是|的是)|大名)[:： \"“「]{{0,2}}"
)
# where a name may follow, if it looks like one
_LIKELY = re.compile(
    rf"(?:我是|您是|你是|他是|她是|这边是|这里是|找|转告|告诉|联系|通知|请|让|喊|叫|给|帮|替|寄给|发给|转给|交给|留给"
    rf"|退给|汇给|送给|{_KIN}|我先生|我太太|和|跟|与|用|以|写|填|挂|报|成|为|是|到|[:：,，、。；;!！?？\s（(“\"「/|]"
    rf"|^)"
)
_TAIL = re.compile(
    rf"(?:{TITLES}|你好|您好|收(?![到费货取据])|的(?:账户|账号|卡|快递|包裹|订单|名字|名下|保单|房间|手机|号码|电话"
    rf"|身份证|户头|票|车票|机票|病历|档案|会员|贷款|工单|投诉)|名下|签收|代收|代签|代领|亲启"
    r"|吗[?？]?$|是吧|对吗|对吧|在吗|在不在|接(?:电话|一下)|(?=[,，。;； :：/|]{0,2}(?:男|女|手机|电话|身份证|1\d{2}"
    r"|联系))|(?=[,， ]{1,2}[\u4e00-\u9fff]{0,8}(?:省|市|区|县|路|街|小区|花园))|[)）])"
)
_DOTTED = re.compile(rf"(?P<own>[{_HAN}]{{2,6}}(?:[·•・‧][{_HAN}]{{1,7}})+)")
_BY_SOUND = frozenset(
    "阿艾安奥巴拜班比别波布达德迪丁多尔法菲弗福盖格古哈海赫霍吉加贾杰金卡凯科克肯库拉莱兰勒雷里丽莉利林龙卢鲁罗洛马玛麦曼梅美蒙米莫姆穆娜纳内尼努诺欧帕佩皮普齐奇钱乔切热日荣若萨塞桑"
    "沙莎舍施史斯苏索塔泰坦特提图托瓦维威沃乌吾武西希夏肖谢辛修雅亚扬耶叶伊依尤于泽扎詹珍芝朱祖木力甫江孜孙汗买娅吐逊约翰士密史密森琼恩露茜汤姆彼得保罗玛丽大卫卜合如仙次仁卓嘎旺堆布丹增央顿珠洛牙生尼亚孜拜克居马买合云其木格斯图雅音朝宝吉日嘎热依阿不铁米尔祖农依拉"
)
_DOTTED_LEAD = re.compile(r"(?:我|您|你|他|她)?(?:叫做?|是|给|找|请|名|为|人|帮|和)+")
_EXPLAINED = re.compile(rf"[{_HAN}]{{1,4}}的(?P<sign>[{_HAN}])(?=[,，。、;；!！ ]|$|[啊呀嘛哈])")
_GIVING = re.compile(
    rf"(?:找|转告|告诉|联系|通知|请|让|喊|帮|替|给|代|留|{_KIN}|我先生|我太太|我家先生|我家太太|我老公|孩子他爸|和|跟"
    rf"|与)$"
)
_GOES_ON = frozenset(
    "办开取就会也订拿接付存回签领改查说买打来去做写缴交充的在和跟这那要想不没有还能可先了，,。.;；!！?？ )）"
)
_TITLED = re.compile(rf"(?={TITLES})")
_STAFF_BEFORE = re.compile(rf"(?:{STAFF})[:： ,，]?(?:是|叫)?$")
_STAFF_AFTER = re.compile(
    r"[,，]?(?:很高兴)?(?:为您|为你|竭诚|师傅|教练|主任|局长|经理|店长|主管|班长|的歌|的电影|演唱会|代言|牌|同款"
    r"|纪念|故居|公园|路|街|银行)"
)
_TWICE = re.compile(
    rf"(?P<same>[{SURNAMES}])(?:先生|女士|小姐|师傅|老师|太太|阿姨|总|经理|大哥"
    rf"|姐)[,， ]?(?P<own>(?P=same)[{_HAN}]{{1,2}})(?=$|[^{_HAN}]|[收接签的在会])"
)
_CHOSEN = f"[{''.join(sorted(GIVEN))}]"
_LONE = re.compile(
    rf"(?<![{_HAN}])(?:[{_HAN}]{{0,12}}?(?:就是|[我您你他她该名的录收件示栏]是|写的|叫|替|抬头|那个|还是|不是|{_KIN}))?"
    rf"(?P<own>(?:[{SURNAMES}]{_CHOSEN}|(?:{'|'.join(LONG_SURNAMES)})){_CHOSEN}{{1,2}}?)(?![{_HAN}])"
    rf"|(?<![{_HAN}])[{_HAN}]{{0,12}}?(?:替|我的?(?:{_KIN})|那个"
    rf"|邻居)(?P<other>[{SURNAMES}]{_CHOSEN}{{2}})(?=[问推投装办申来的在说])"
)
_GIVEN_ALONE = re.compile(
    rf"(?:名字[是叫]|寄给|交给|转给|收件人)[:： ]?(?P<own>{_CHOSEN}{{2}})(?![{_HAN}])"
    rf"|(?<![{_HAN}])(?P<called>{_CHOSEN}{{2}})(?=[姐哥](?:让|的|说|在|叫|来|也|要|她|他))"
)
_LATIN = re.compile(
    r"(?:wo jiao|护照(?:上?的?(?:名字|姓名|拼音)?)(?:是|写的是|:)|拼音是|英文名(?:是|叫|:)|写成了?) ?"
    r"(?P<own>[A-Z]{2,}(?: [A-Z]{2,}){1,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|(?<=wo jiao )[a-z]{2,8} [a-z]{2,12})"
)
_NEAR = 24
_NO_SURNAME = re.compile(rf"[{''.join(sorted(_BY_SOUND))}]{{3,7}}(?=$|[^{_HAN}·•・‧]|的(?:包裹|快递|订单|卡|名))")
_WESTERN = re.compile(FULL)
_SURNAMED = re.compile(_SURNAME)
_TWO_SURNAMES = re.compile(rf"[{SURNAMES}]{{2}}{_CHOSEN}{{2}}(?![{_HAN}])")
_STRANGE = re.compile(
    rf"(?<![{_HAN}])(?P<own>[阿乌扎次巴买古热艾努玛帕吐麦格卓达米色索][{''.join(sorted(_BY_SOUND))}]{{3,6}})(?=$"
    rf"|[^{_HAN}·]|的(?:包裹|快递|订单|卡|名))"
)
_ANY_TITLE = re.compile(TITLES)
_ADDRESSED = re.compile(rf"(?:{TITLES}|你好|您好|的(?:老公|老婆|妈妈|爸爸|账户|卡|快递|包裹|订单|名字|手机|身份证))")
_SURELY_SO = re.compile(r"(?:我是|我叫|您是|叫|找)$")
_CALLED_SO = re.compile(r"(?:我是|我叫|您是|叫|给|找|请|让|跟|和)$")
_BEFORE_AN_END = re.compile(
    r"(?:[我您你他她就该名的录收件示栏]是|叫|找|寄给|转给|交给|发给|留给|告诉|联系|通知|写|写的|抬头|那个|还是)$"
)
_COMMON = SURNAMES[:40]
_JOINING = "谢和向于连代应从请为由给跟及"  # surnames too, but before another they only join


def _is_han(text: str, at: int) -> bool:
    return 0 <= at < len(text) and "\u4e00" <= text[at] <= "\u9fff"


def chinese_names(text: str) -> Iterator[Stretch]:
    """`text` in half width, with Chinese in it."""
    yield from _titled(text)
    yield from _standing(text)
    yield from _dotted(text)
    yield from _alone(text)
    for pattern in (_TWICE, _GIVEN_ALONE, _LATIN, _STRANGE):
        yield from (kept_first(*found.span(found.lastgroup or 0)) for found in pattern.finditer(text))


def _alone(text: str) -> Iterator[Stretch]:
    """Three signs that stand for themselves, as a recogniser writes pauses: a surname and two that parents choose."""
    for found in _LONE.finditer(text):
        if not _is_plain(text, found.start(found.lastgroup or 0)) and not _is_staff(text, found.start(), found.end()):
            yield kept_first(*found.span(found.lastgroup or 0))


def announced_zh(text: str) -> Iterator[Stretch]:
    """我叫, 收件人, 我老公叫: what follows is a name."""
    for cue in _SURE.finditer(text):
        end = _name_at(text, cue.end(), is_sure=True)
        if end and not _is_staff(text, cue.start(), end):
            yield kept_first(cue.end(), end)
            yield from _explained(text, cue.end(), end)
        elif other := _NO_SURNAME.match(text, cue.end()) or _WESTERN.match(text, cue.end()):
            yield kept_first(*other.span())


def is_named_here(text: str, start: int, end: int, *, is_word: bool) -> bool:
    """Whether what stands around says that a word that may be a name is one."""
    if is_word:
        is_lone = not _is_han(text, start - 1) and not _is_han(text, end)
        return is_lone or bool(_ADDRESSED.match(text, end)) or bool(_SURELY_SO.search(text[max(0, start - 3) : start]))
    return (
        bool(_TAIL.match(text, end))
        or _is_closed(text, end)
        or bool(_CALLED_SO.search(text[max(0, start - 3) : start]))
    )


def _is_closed(text: str, at: int) -> bool:
    return at >= len(text) or not "\u4e00" <= text[at] <= "\u9fff" or text[at] in AFTER


def _name_at(text: str, at: int, *, is_sure: bool) -> int:
    """Where the Chinese name that begins at `at` ends; 0 where none does."""
    first = _SURNAMED.match(text, at)
    if first is None or _is_plain(text, at):
        return 0
    end = first.end()
    if is_sure and _TWO_SURNAMES.match(text, at):
        return at + 4
    for place in (end, end + 1):
        sign = text[place : place + 1]
        if not sign or not "\u4e00" <= sign <= "\u9fff" or not _is_given(text, place, end, is_sure=is_sure):
            break
    else:
        place = end + 2
    return place if place > end else 0


def _is_given(text: str, place: int, first: int, *, is_sure: bool) -> bool:
    """Whether this sign goes on with the given name that began at `first`."""
    if _ANY_TITLE.match(text, place):
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
                yield kept_first(start, title.start())
                break


def _fits(text: str, start: int, end: int) -> bool:
    """Surname and given name fill it; 谢王先生 is thanks, and 和李先生 is company."""
    if text[start] in _JOINING and text[start + 1] in _COMMON:
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
            yield kept_first(cue.end(), end)
            at = end


def _is_told_by_its_end(text: str, start: int, end: int) -> bool:
    cue, after = text[max(0, start - 4) : start], text[end : end + 1]
    is_alone = not "\u4e00" <= after <= "\u9fff"
    is_whole = not text[:start].strip() and not text[end:].strip(" 。.,，!！")
    return (
        is_whole
        or bool(_TAIL.match(text, end))
        or (is_alone and bool(_BEFORE_AN_END.search(cue)))
        or (cue.endswith(("我是", "您是", "你是")) and after in ("的", "啊", "吧", "呀", "吗"))
        or _is_given_something(cue, after, is_alone=is_alone)
    )


def _is_given_something(cue: str, after: str, *, is_alone: bool) -> bool:
    """帮李晓红办, 找李晓红。; of 和 and its like only what goes on tells."""
    if not _GIVING.search(cue):
        return False
    return after in _GOES_ON or (is_alone and not cue.endswith(("和", "跟", "与")))


def _dotted(text: str) -> Iterator[Stretch]:
    """买买提·艾力; what only leads to it stays."""
    for found in _DOTTED.finditer(text):
        lead = _DOTTED_LEAD.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        if (lead and lead[0].endswith(("叫", "名", "是"))) or all(
            sign in _BY_SOUND for sign in re.split("[·•・‧]", text[start : found.end()])[0]
        ):
            yield kept_first(start, found.end())


def _explained(text: str, start: int, end: int) -> Iterator[Stretch]:
    """伟大的伟: what says how a given name is written."""
    given = set(text[start + 1 : end])
    for found in _EXPLAINED.finditer(text, end, end + _NEAR):
        if found["sign"] in given and found["sign"] in found[0][:-2]:
            yield Stretch(NAME, *found.span(), *found.span())
