"""Chinese addresses: from the street, the estate or the village on, and what is told of them piece by piece."""

import re
from collections.abc import Iterator

from hengcai.base.masking.estates_zh import estates
from hengcai.base.masking.pieces_zh import pieces

_HAN = r"\u4e00-\u9fff"
_SAID = "〇零一二三四五六七八九十百千两幺"
_NAMED = r"\u4e00-\u5427\u5429-\u5440\u5442-\u545f\u5461-\u5473\u5475-\u561a\u561c-\u7683\u7685-\u9fff"  # without 吧 呀 呢 嘛 的
_COUNT = (
    rf"(?:[甲乙丙丁附]?\d{{1,5}}(?:-\d{{1,4}}){{0,3}}|[甲乙丙丁附]?[{_SAID}]{{1,6}}几?|[A-Za-z]\d{{0,4}}"
    rf"|[东南西北甲乙丙丁])"
)
_INDOORS = r"(?:号楼|门栋|斋|区|塔|期|排|门(?![口卫牌面厅店锁铃禁])|号院|栋|幢|座|单元|楼(?![上下](?!班)|[道梯])|层|室|户|房|号铺|号房)"
_ROAD = r"(?:大街|街|大道|道|公路|路|胡同|巷子|巷|弄堂|里弄|弄|条|里)"
_ESTATE = (
    r"(?:小区|花园|花苑|新苑|佳苑|雅苑|嘉苑|苑|家园|公寓|公馆|家属院|家属楼|家属区|新区|片区|大院|宿舍楼?|新村|新城"
    r"|名城|社区|大厦|大楼|写字楼|科技园|产业园|工业园区?|园区|创意园|山庄|别墅|华庭|豪庭|名庭|庭|雅居|名都|世家"
    r"|名邸|府邸|天地|花城|水岸|绿洲|半岛|国际|城邦|领秀|左岸|雅筑|世纪城|府"
    r"|湾|广场|中心|城|里|坊|园|居|轩|阁|台|墅|院)"
)
_INSIDE = (
    rf"(?:[（(]?[ ,，的]{{0,2}}(?:(?:{_COUNT}|(?!不[是在]|别|最后|然后)[{_NAMED}]{{1,6}}?{_COUNT})[ ]?(?:{_INDOORS}|号(?![码线]))"
    rf"|[东南西北中左右][户门屋](?!卫)|顶楼|(?:临街|沿街)?(?:门面|门市|底商|商铺))[）)]?)"
)
_ROOM = (
    rf"(?:[ ,，]?[-—]?[A-Za-z]?(?:\d{{2,5}}|\d(?=-\d|[A-Za-z](?![A-Za-z])))[A-Za-z]?(?:-\d{{1,4}}){{0,3}}(?!\d"
    rf"|[天年月元块点分个小折%米])"
    rf"|[ ,，]?[{_SAID}]{{2,5}}(?![{_SAID}天年月元块点分个小折]))"
)
_BLOCK = rf"(?:{_COUNT}[ ]?(?:号楼|栋|幢|座|单元)(?!别墅|房子|的房|楼盘|楼的)|\d{{2,4}}楼(?=\d))"
_BLOCK_OR_PART = rf"(?:{_BLOCK}|{_COUNT}[区期](?={_COUNT}))"
_PLACED = re.compile(
    rf"(?P<street>[{_HAN}]{{1,12}}?(?:{_ROAD}[东南西北中]{{0,2}}(?:[一二三四五六七八九十]?段)?[ ]?|(?:村|屯|庄|寨|嘎查"
    rf"|社区|村委会|社|坊|埠|圩|墩|坡|码头|营)[ ]?)(?={_COUNT}[ ]?(?:弄|巷|条|号|组|队|社|屯)"
    rf"|\d{{1,4}}[{_HAN}]{{2,10}}?{_ESTATE}{_BLOCK})|[{_HAN}]{{1,12}}?(?:街委|居委|农场|连|沟|湾|坪|庙|堡|场|岭|岗|坝"
    rf"|塘|桥|窑|铺|屋|坳)(?={_COUNT}(?:组|队|社|排|连)))"
    rf"(?:{_COUNT}(?:弄|巷|条)[ ]?)?{_COUNT}[ ]?(?:号院|号楼|号|弄|组|队|社|排|连"
    rf"|(?=[{_HAN}]{{2,10}}?{_ESTATE}{_BLOCK})|屯)(?:附\d{{1,4}}号)?(?!线|窗|口|店|前(?![台门])|后(?![门院面])|之[前后间内]|那|发|台"
    rf"|机|车|单"
    rf"|订|文|令)"
    rf"(?:[ ,，]?\d{{1,4}}号(?=$|[^{_HAN}]))?(?:[ ,，]?[{_HAN}]{{2,10}}?(?:{_ESTATE}(?={_INSIDE}|{_ROOM}|[^{_HAN}]|$)"
    rf"|(?:小区|花园|家园|公寓|大厦|苑|新村|广场)|(?=[A-Za-z]?\d{{1,3}}(?:-\d{{1,4}}|号楼|栋|幢|座"
    rf"|单元))))?{_INSIDE}{{0,5}}{_ROOM}?"
)
_ESTATED = re.compile(
    rf"(?P<street>[{_HAN}]{{1,10}}?{_ESTATE}[ ]?(?:[{_SAID}东南西北A-Za-z\d]{{1,3}}[期区里村])?[ ]?(?={_BLOCK}))"
    rf"{_BLOCK}{_INSIDE}{{0,5}}{_ROOM}?"
    rf"|(?P<bare>[{_HAN}]{{2,8}}?(?={_BLOCK}|{_COUNT}[区期])){_BLOCK_OR_PART}(?:{_INSIDE}{{1,5}}{_ROOM}?|{_ROOM})"
)
_NUMBERED = re.compile(
    rf"(?P<street>[{_HAN}]{{0,10}}?{_ESTATE}[ ]?(?:[{_SAID}东南西北\d]{{1,3}}[期区里村])?[ ]?)"
    rf"(?:[A-Za-z]?\d{{1,3}}-\d{{1,4}}(?:-\d{{1,4}}){{0,2}}(?![\d元块天年月点个])"
    rf"|\d{{1,4}}[号室]\d{{0,4}}室?|(?:{_COUNT}[楼层])?{_COUNT}(?:室|户|房)|[A-Za-z]?\d{{3,4}}(?![\d元块天年月点个])"
    rf"|\d{{1,3}}(?:排|区|门)\d{{1,4}}号?)"
    rf"|(?P<bare>[{_HAN}]{{2,8}}?(?=\d{{3,4}}室))\d{{3,4}}室"
)
_INNER = re.compile(
    rf"(?<![{_SAID}\dA-Za-z])(?:\d{{1,3}}|[{_SAID}]{{1,3}}|[A-Za-z])(?:号楼|栋|幢|座)[ ,，]?(?:(?:\d{{1,2}}"
    rf"|[{_SAID}]{{1,2}})单元[ ,，]?)?(?:(?:\d{{1,2}}|[{_SAID}]{{1,3}})[楼层][ ,，]?)?(?:\d{{2,4}}"
    rf"|[{_SAID}]{{2,5}})(?:室|户|房|号)?(?![\d天年月元块点个])"
    rf"|(?<![{_SAID}\d])(?:\d{{1,2}}|[{_SAID}]{{1,2}})单元[ ,，]?(?:(?:\d{{1,2}}"
    rf"|[{_SAID}]{{1,3}})[楼层][ ,，]?)?(?:\d{{2,4}}|[{_SAID}]{{2,5}})(?:室|户|房|号)?(?![\d天年月元块点个])"
)
_BLOCKS = re.compile(
    rf"(?<![{_SAID}\dA-Za-z])(?:\d{{1,3}}|[{_SAID}]{{1,3}})(?:(?:号楼|栋|幢)[ ,，]?(?:\d{{1,2}}"
    rf"|[{_SAID}]{{1,2}})单元(?!格)|楼[东南西北中左右][户门室](?![口卫牌面]))"
)
_PARTED = re.compile(
    rf"(?P<street>(?:(?![这那在是的了到])[{_HAN}]){{2,8}}?(?:路|大街|街|大道|巷|胡同))(?:上|那边|那个"
    rf"|呢)?[ ,，、嗯呃]{{1,3}}(?:号呢[，,]?|然后是?|接着是?|多少号[?？,，]?)?(?P<number>{_COUNT}号(?:院|楼)?)(?=$|那|[^{_HAN}])(?!线)"
)
_PLATE_CUES = re.compile(
    rf"(?:楼号|楼栋|路名|街道名|村名|楼名|门牌号?|房号|单元号|室号|房间号|小区(?:名字|名称|名)?)(?:(?:叫做?|名字是|[:：])(?=[{_HAN}])|(?:是|叫"
    rf"|为|[:：])?(?=[\d{_SAID}]))(?P<own>(?:[{_HAN}]{{2,8}}|)(?:\d{{1,5}}(?:-\d{{1,4}}){{0,3}}"
    rf"|[{_SAID}]{{1,5}})?(?:{_INDOORS}|号)?)(?=[,，。;； ]|$)"
)
_HAMLET = re.compile(
    rf"(?P<street>[{_HAN}]{{1,8}}?(?:村|庄子|寨)[{_HAN}]{{1,4}}?(?:组|湾|屯|队)(?![{_HAN}]?(?:长|织|员)))"
)
_SERIES = re.compile(r"(?<![\dA-Za-z-])\d{1,3}-\d{1,2}-(?!20\d\d|19\d\d)\d{3,4}(?![\d-])")
_NO_PLACE_BEFORE = re.compile(
    r"(?:型号|编号|货号|单号|订单|料号|[件品批][号码]|车厢|座位|影厅|机位|卡座)[是为:：]?[^,，。;； ]{0,4}$"
)
_VILLAGE = re.compile(
    rf"(?P<street>(?<=[省市县区州盟旗])[{_HAN}]{{1,5}}?(?:镇|乡|苏木|街道)[{_HAN}]{{1,8}}?(?:村|屯|庄|寨|社区|嘎查"
    rf"|居委会|村委会)(?!村)(?:[{_HAN}\d]{{1,4}}?(?:组|队|社|湾))?(?:\d{{1,4}}号)?)"
)
_OUTER = re.compile(
    rf"(?P<own>[{_HAN}]{{2,8}}?(?:[^学法文]苑|小区|花园|家园|工业园区?|科技园|产业园|园区|广场|新城|新村|校区|大学|学院|厂)[ ]?"
    rf"(?:[{_SAID}东南西北A-Za-z\d]{{1,2}}[期区])?[ ]?)$"
)
_ROUGH = re.compile(
    rf"[{_HAN}]{{2,5}}?(?:省|市|自治区|州|盟)[{_HAN}]{{1,6}}?(?:市|区|县|旗)(?P<street>[{_HAN}]{{2,9}}?(?:大街|街|路|道|巷子?|胡同"
    r"|村|屯|苑|小区|花园|庄))(?=[那这的]|$|[ ,，。])"
)
_LIVES = re.compile(
    r"(?:我?家住在?|住在|我住|现住|家在|家是|老家在?|收货地址|收件地址|寄件地址|取件地址|安装地址|装机地址|家庭住址"
    r"|家庭地址|住址|户籍地址|通讯地址|联系地址|账单地址|送货地址|配送地址|地址|寄到|寄往|邮到|送到|送货到|送去"
    r"|配送到|搬到|搬去|搬至|发到|快递到)"
    r"[是为在改成换写填叫到：:， ,]{0,3}(?:了|的是)?"
)
_TOLD_RUN = re.compile(rf"[{_HAN}A-Za-z0-9 ()（）·—-]{{2,48}}")
_PART = re.compile(
    rf"(?P<place>(?:大街|街道|街|大道|胡同|(?<!进)巷|弄|(?<!半)路|村|屯|寨|嘎查|小区|花园|花苑|苑|家园|公寓|家属院|新村|新城"
    rf"|社区|大厦|山庄|雅居|豪庭|华庭|名都|宿舍|大院|写字楼|天地|国际)(?![{_HAN}]{{0,2}}(?:店|营业厅|网点|驿站)))"
    rf"|交叉口|路口|交汇处|(?P<block>{_COUNT}(?:号楼|栋|幢|座|单元))|{_COUNT}(?:弄|号院|组|队|社|湾|号(?![码线])"
    rf"|{_INDOORS})|(?<=[楼栋幢座元层号院]){_ROOM}"
    rf"|\d{{1,4}}(?:-\d{{1,4}}){{1,3}}|(?<=[苑园寓院村城区厦庄居庭都舍地际])[A-Za-z]?\d{{3,4}}(?!\d|[元块天年月点个])"
)
_BEFORE_A_PLACE = re.compile(
    r".*(?:省|自治[区州县]|特区|(?<!城)市(?![场口街路民政中东西南北村])|县(?![前城府东西南北路街])"
    r"|(?<![小社园校新属宿一二三四五六七八九十东南西北A-Za-z0-9])区(?![间府])|盟(?!路)|(?<=[址住到在寄送去往是:：]))"
)
_LEAD = re.compile(
    r".*(?:派单至|说[她他]|(?:您|你)?是说|地址|投诉|举报|反映|学生宿舍|写字楼|业主|户主|我家|家住|住在|住|寄到|寄往|送到|送去|发到|搬到|搬去|改成|改到|换成|就在|在|是|到|去|址|为|给|的|了"
    r"|往|从|于|查|(?<![解开])放|这边|那边)"
)
_NO_STREET = re.compile(
    r"(?:线|电|网|思|走|铁|套|出|问|迷|赶|顺|半|一|气|水|通|油|马|公|高速公|[0-9]|知|味|频|渠|轨|难|赛|隧|跑|管|通"
    r"|这|那|这条|那条|哪条|第|逛|上|每|几|两|本|家|城|屋|心|手|哪|夜|表|百公|公|邻)(?:路|街|道|里|条"
    r"|弄)[东南西北中]?$|村里$|^[〇零一二三四五六七八九十百千两幺\d楼层栋幢座号的个]+$|^(?:第|这|那|哪|一"
    r"|两)[条里道]$"
)
_PUBLIC = re.compile(
    r"(?:它的?(?:地址|位)|这家|该店|服务厅|营业厅|门店|网点|分行|支行|总行|柜台|旗舰店|专柜|专卖店|体验店|服务中心|服务点|服务站|维修点|维修站"
    r"|维修中心|售后中心|总部|我们公司|我司|本公司|自提点|自提柜|驿站|酒店|宾馆|餐厅|饭店|景点|博物馆|医院"
    r"|机场|车站|学校|大学|派出所|政务|检测站|仓库|退货地址|退货寄|4S店|展厅|店已经|店搬|商场|超市|影院|银行)"
)
_PRIVATE = re.compile(
    r"投诉|举报|反映|我家|我住|我的|家里|您家|您住|您的|你家|家住|住在|收货|收件|客户|住址|我们家|我这|我在|给我|给您|寄件|上门"
)
_HALL = re.compile(r"(?:政务|办事|行政|便民|办税|市民|营业|客户)(?:服务)?(?:大厅|中心)")
_BED = re.compile(
    rf"(?P<own>(?:(?![送在到是给寄往去])[{_HAN}]){{2,10}}?(?:医院|卫生院|疗养院|养老院|敬老院|护理院)"
    rf"(?:[{_HAN}]{{1,4}}(?:部|科|楼|区))?(?:{_COUNT}(?:号楼|楼|层|病区|区|病?室|病?房)){{0,4}}{_COUNT}号?床)"
)
_DORM = re.compile(
    rf"(?P<own>(?:(?![送在到是给寄往去])[{_HAN}]){{2,10}}?(?:大学|学院|学校|校区|中学)[{_HAN}]{{0,8}}?{_COUNT}号?"
    rf"(?:宿舍楼?|公寓楼?|舍)[{_HAN}]?{_COUNT}(?:室|寝)?)"
)
_ASKED_FOR = re.compile(
    rf"(?:路呢|街呢|多少号|几号|哪条路|什么路|哪个小区|小区呢|门牌呢)[?？,，. ]{{1,2}}"
    rf"(?P<own>[{_HAN}]{{2,8}}?(?:路|大街|街|大道|巷|胡同|小区|花园|家园|新村)|{_COUNT}号(?:院|楼)?)(?=$|[^{_HAN}\d])"
)
_STREET_NAMED = re.compile(r"[路街巷弄道]|小区|花园|家园|新村")
_REACH = 24
_LED = re.compile(
    r".*(?:一下|[这上下]个月|[那这]个|现在|移到|移至|改成|改到|改为|换成|寄到|送到|搬到|人在|是说|说[她他]?|派?单至|业主|户主|最后|没变)"
)
_LONGEST_LEAD = 9


def chinese_places(text: str) -> Iterator[tuple[int, int]]:
    """`text` in half width, with Chinese in it; from where to where, some of it twice."""
    for start, end in pieces(text, [(_further_back(text, start), end) for start, end in _cores(text)]):
        if not _is_public(text, start, end):
            yield _led(text, start, end), end
    yield from (span for span in estates(text) if not _is_public(text, *span))


def _led(text: str, start: int, end: int) -> int:
    """Past what only leads there: 我想问一下, 这个月."""
    lead = _LED.match(text, start, min(start + _LONGEST_LEAD, end - 2))
    return lead.end() if lead else start


def _further_back(text: str, start: int) -> int:
    """Where an estate within an estate begins."""
    outer = _OUTER.search(text, max(0, start - 14), start)
    if outer is None:
        return start
    lead = _LEAD.match(outer["own"])
    at = outer.start("own") + (lead.end() if lead else 0)
    return at if at < start - 2 else start


def _cores(text: str) -> Iterator[tuple[int, int]]:
    yield from _streets(text)
    for pattern in (_INNER, _SERIES, _BLOCKS):
        for found in pattern.finditer(text):
            if not _is_public(text, *found.span()):
                yield found.span()
    for sign, pattern in (("床", _BED), ("舍", _DORM), ("公寓", _DORM)):
        if sign in text:
            yield from (found.span("own") for found in pattern.finditer(text))
    if _STREET_NAMED.search(text):
        yield from (found.span("own") for found in _ASKED_FOR.finditer(text))
    yield from _parted(text)
    yield from _plates(text)
    for cue in _LIVES.finditer(text):
        end = _told_until(text, cue.end())
        if end and not _is_public(text, cue.start(), end):
            yield _from_street(text, cue.end(), end), end


def _streets(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_PLACED, _ESTATED, _NUMBERED, _VILLAGE, _HAMLET, _ROUGH):
        for found in pattern.finditer(text):
            start = _start(found)
            if (
                not _HALL.match(text, start)
                and not _is_no_street(text, found, start)
                and not _is_public(text, start, found.end())
            ):
                yield start, found.end()


def _parted(text: str) -> Iterator[tuple[int, int]]:
    """A street, a pause, its number."""
    for found in _PARTED.finditer(text):
        if _NO_STREET.search(found["street"]) is None and not _is_public(text, *found.span()):
            yield found.span("street")
            yield found.span("number")


def _plates(text: str) -> Iterator[tuple[int, int]]:
    for found in _PLATE_CUES.finditer(text):
        if len(found["own"]) > 1 and not found["own"].startswith(("多少", "是", "什么", "哪", "不", "没")):
            yield found.span("own")


def _told_until(text: str, at: int) -> int:
    """Where an address that was announced ends: at the last thing in it of which addresses are made."""
    said = _TOLD_RUN.match(text, at)
    parts = list(_PART.finditer(said[0])) if said else []
    return at + parts[-1].end() if parts and any(part["place"] or part["block"] for part in parts) else 0


def _from_street(text: str, at: int, end: int) -> int:
    before = _BEFORE_A_PLACE.match(text[at:end])
    return at + before.end() if before and before.end() < end - at - 1 else at


def _start(found: re.Match[str]) -> int:
    """Where the street's own name begins."""
    at = _past_districts(found)
    street = found.string[at : found.end(found.lastgroup or 0)]
    lead = _LEAD.match(street)
    return at + (lead.end() if lead and lead.end() < len(street) - 1 else 0)


def _past_districts(found: re.Match[str]) -> int:
    before = _BEFORE_A_PLACE.match(found[found.lastgroup or 0])
    return found.start(found.lastgroup or 0) + (before.end() if before else 0)


def _is_no_street(text: str, found: re.Match[str], start: int) -> bool:
    street = text[start : found.end(found.lastgroup or 0)].strip()
    return len(street) < 2 or _NO_STREET.search(street) is not None


def _is_public(text: str, start: int, end: int) -> bool:
    """A shop's, an office's: told before it or at its end, and nobody says they live there."""
    if _NO_PLACE_BEFORE.search(text[max(0, start - 12) : start]):
        return True
    before, after = text[max(0, start - _REACH) : start], text[end : end + 8]
    is_told = (
        _PUBLIC.search(before) or _PUBLIC.match(after) or re.match(rf"的?[{_HAN}]{{0,4}}(?:店|营业厅|网点|支行)", after)
    )
    return bool(is_told) and not _PRIVATE.search(before)
