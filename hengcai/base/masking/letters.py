"""What is somebody's and not made of digits alone: e-mail addresses, number plates, where people live, names known."""

import re
from collections.abc import Iterator, Sequence

from hengcai.base.masking.stretch import ACCOUNT, ADDRESS, EMAIL, NAME, PLATE, Stretch

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐"
)
_LONG_SURNAMES = "欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|南宫|端木"
_NO_NAMES = (
    "a|an|and|as|at|but|correct|from|here|i|important|in|incorrect|is|listed|missing|my|not|now|of|on|or|sorry|spelled|still"
    "|that|the|this|to|under|what|wrong"
)
_NO_NAME_FIRST = (
    "Actually|And|Are|But|Can|Could|Do|Does|Don't|For|Give|Hang|Hi|Hello|Hold|How|I|I'm|If|In|Is|It|It's|Just|Let|Let's"
    "|Look|My|No|Not|Now|Of|Oh|Ok|Okay|On|One|Please|So|Sorry|Sure|Thank|Thanks|That|That's|The|There|This|To|Um|Uh"
    "|Under|Wait|We|Well|What|Who|Why|Yeah|Yes|You|Your"
)
_LOW = rf"(?!(?:{_NO_NAMES})\b)[a-z]{{2,15}}"
_INTRODUCED = re.compile(
    rf"(?:我叫|本人|名字叫|名字是|姓名[:：是]?|户主[是叫]?|机主[是叫]?|收件人[:：是叫]?|收货人[:：是叫]?|联系人[:：是叫]?) ?"
    rf"(?P<zh>(?:{_LONG_SURNAMES}|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}})(?=$|[^\u4e00-\u9fff]|[的我是电]|先生|女士|手机|号码)"
    r"|(?:[Mm]y (?:full )?name(?: is|'s)|[Nn]ame:|\b[Ii](?:'m| am)(?= [A-Z][a-z]+ [A-Z][a-z])) "
    rf"(?P<en>(?!(?:{_NO_NAME_FIRST})\b)[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}})"
    r"|\b[Tt]his is (?P<here>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= (?:calling|speaking)\b)"
    rf"|\bmy (?:full )?name(?: is|'s) (?P<low>{_LOW}(?: {_LOW})?)(?=$|[.,;!?]| (?:and|from|calling|i|my|the)\b)"
)

_LONGEST_PART = 64
_LONGEST_SPACE = 8
_TOLD_ENDS = frozenset(
    ["com", "cn", "net", "org", "edu", "gov", "io", "uk", "hk", "tw", "au", "ca", "de", "fr", "jp", "info"]
)
# no spaces around it: how many stand there is looked at once, else a line of spaces costs the square of its length
_AT = re.compile(r"@|(?<=[ \t])at(?=[ \t])|艾特|圈[ \t]?a(?![A-Za-z])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]*")
_DOT = r"[ \t]*(?:\.|点|(?<=[ \t])dot(?=[ \t]))[ \t]*"
_SPACED = r"[A-Za-z0-9](?:[ \t][A-Za-z0-9](?![A-Za-z0-9]))+"  # q q, one letter at a time
_HOST = re.compile(
    rf"(?:{_SPACED}|[A-Za-z0-9-]{{1,63}})(?:{_DOT}(?:{_SPACED}|[A-Za-z0-9-]{{1,63}})){{1,4}}", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z0-9])[A-Za-z0-9](?:[ \t][A-Za-z0-9_.-]){2,31}"
    r"|(?:[A-Za-z0-9_]{1,20}[ \t](?:dot|underscore|dash)[ \t]){0,3}[\w.%+〇零一二三四五六七八九-]{1,64})$",
    re.ASCII | re.IGNORECASE,
)

_ACCOUNT = re.compile(
    r"(?:qq|微信|wechat|weixin)[ \t]?(?:号码?|账号|id)?[ \t]?(?:是|is)?[:： \t]?"
    r"(?P<own>[1-9]\d{4,10}(?![\d元块])|(?=[a-z][a-z]{0,19}[\d_-])[a-z][\w-]{5,19})(?!\w*@)",
    re.ASCII | re.IGNORECASE,
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_LETTER = "A-HJ-NP-Z"
_HAN_DIGITS = "〇零洞一幺二两三四五六七拐八九"
_PLATE = re.compile(
    rf"(?P<head>[{_PROVINCES}][ \t]?[{_LETTER}])[·.\- \t]{{0,3}}"
    rf"(?:[{_LETTER}\d{_HAN_DIGITS}][ \t·.\-]{{0,2}}){{4,5}}[{_LETTER}\d{_HAN_DIGITS}挂学警港澳领](?![A-Za-z\d])",
    re.IGNORECASE,
)
_PLATE_DIGITS = 3  # letters take at most two of the last five places

_HAN = r"\u4e00-\u9fff"
_COUNT = r"(?:\d{1,5}|[〇零一二三四五六七八九十百千]{1,6}|[A-Za-z]\d{0,4})"
_INDOORS = r"(?:号楼|栋|幢|座|单元|楼|层|室|户|房)"
_PLACE = re.compile(
    rf"(?P<street>[{_HAN}]{{1,6}}?(?:路|街|大道|巷|弄|胡同)[东南西北中]?段?(?={_COUNT}(?:号|弄))"
    rf"|[{_HAN}]{{2,8}}?(?={_COUNT}(?:号楼|栋|幢|单元))|[{_HAN}]{{1,6}}?(?:村|屯|社区)(?={_COUNT}(?:组|队|号)))"
    rf"(?:{_COUNT}弄)?{_COUNT}(?:号院|号楼|号|弄|栋|幢|单元|组|队)"
    rf"(?:[（(]?[{_HAN}]{{0,8}}?[ ,，]?{_COUNT}(?:-\d{{1,4}}){{0,2}}[ ]?{_INDOORS}[）)]?){{0,5}}(?:[-—]?[A-Za-z]?\d{{2,5}}(?!\d))?"
)
_BEFORE_A_PLACE = re.compile(r".*(?:[省市县镇乡是在到住寄送去址]|(?<!小)区)")
_STREET_EN = re.compile(
    r"(?P<number>\d{1,5}[A-Za-z]?) (?:[A-Z][A-Za-z'.]+ ){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Close|Crescent|Place|Square|Terrace)\b\.?"
    r"(?:,? (?:Apt|Apartment|Flat|Unit|Suite|#) ?#?\w{1,6})?"
)


def mails(text: str) -> Iterator[Stretch]:
    """Found from the sign in the middle, so that no long word is looked at from each of its letters."""
    for sign in _AT.finditer(text):
        spaces = _SPACES.match(text, sign.end(), sign.end() + _LONGEST_SPACE)
        host = _HOST.match(text, spaces.end() if spaces else sign.end())
        if host is None or not _is_host(host[0], is_plain=sign[0] == "@"):
            continue
        near = text[max(0, sign.start() - _LONGEST_PART - _LONGEST_SPACE) : sign.start()]
        part = near.rstrip(" \t")
        before = _BEFORE.search(part[-_LONGEST_PART:])
        if before is None:
            continue
        end = sign.start() - len(near) + len(part)
        start = end - len(before[0])
        kept = start + (len(before[0]) > 1)
        yield Stretch(EMAIL, start, host.end(), kept, end)


def _is_host(host: str, *, is_plain: bool) -> bool:
    """The last part is letters; where no @ stands, the dot must be said or written without doubt."""
    last = re.split(_DOT, host, flags=re.IGNORECASE)[-1].replace(" ", "")
    is_told = is_plain or last.lower() in _TOLD_ENDS
    return is_told and last.isalpha() and len(last) >= 2


def accounts(text: str) -> Iterator[Stretch]:
    """QQ and WeChat, where they are called so; the first character stays."""
    for found in _ACCOUNT.finditer(text):
        yield Stretch(ACCOUNT, *found.span("own"), found.start("own") + 1, found.end("own"))


def plates(text: str) -> Iterator[Stretch]:
    for found in _PLATE.finditer(text):
        rest = text[found.end("head") : found.end()]
        if sum(sign.isdigit() or sign in _HAN_DIGITS for sign in rest) >= _PLATE_DIGITS:
            yield Stretch(PLATE, found.start(), found.end(), found.end("head"), found.end())


def places(text: str) -> Iterator[Stretch]:
    """From the street on; province, city and district stay: they name nobody."""
    for found in _PLACE.finditer(text):
        before = _BEFORE_A_PLACE.match(found["street"])
        start = found.start() + (before.end() if before else 0)
        yield Stretch(ADDRESS, start, found.end(), start, found.end())
    for found in _STREET_EN.finditer(text):
        yield Stretch(ADDRESS, found.start(), found.end(), found.start(), found.end())


def names(text: str, known: Sequence[str]) -> Iterator[Stretch]:
    """Names told beside the conversation; the first character stays, a surname in Chinese."""
    for name in sorted({one.strip() for one in known if len(one.strip()) > 1}, key=len, reverse=True):
        edge = r"(?![A-Za-z])" if name.isascii() else ""
        for found in re.finditer(re.escape(name) + edge, text, re.IGNORECASE):
            yield Stretch(NAME, found.start(), found.end(), found.start() + 1, found.end())


def introduced(text: str) -> Iterator[Stretch]:
    """Whoever says what they are called; the first character stays."""
    for found in _INTRODUCED.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        yield Stretch(NAME, start, end, start + 1, end)
