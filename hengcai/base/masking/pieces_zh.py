"""Chinese addresses told in pieces: what goes on behind one, estates and villages named alone, doors beside a landmark."""

import re
from collections.abc import Iterator

_HAN = r"\u4e00-\u9fff"
_DIGITS = "〇零一二三四五六七八九十百两幺"
_SIGN = (
    rf"(?:(?![地址是在到和搬移从住寄送我你她他的了这那就说要有没不改写换填变错对])[{_HAN}])"  # of a place's own name
)
_NUM = rf"(?!几)(?:[甲乙丙丁附]?(?:\d{{1,5}}|[{_DIGITS}几]{{1,6}})几?|[A-Za-z]\d{{0,3}})"
_NO_AMOUNT = r"(?![\d天年月日元块点分个小折%米路公条人次件位张台岁楼年份期兆寸斤克度万千亿])"
_UNIT = (
    rf"(?:{_NUM}[ ]?(?:号院|号楼|号摊位?|号铺|号房|号门|号车库|弄|栋|幢|座|单元"
    r"|楼(?![上下](?!班)|[道梯])|层|室|户|房(?!间)|门(?![口卫牌面诊店锁铃禁])|排|分箱|信箱"
    rf"|号(?![码线键车库])|组|队|社)(?:[东南西北中](?![路街门{_DIGITS}\d])户?|之[{_DIGITS}\d])?)"
)
_SIDE = (
    r"(?:靠?(?:中间|[东南西北左右中][手侧边头面]?|进门|最里面|最里头|把头|拐角|尽头|顶头)(?:的|那个|那"
    rf"|边)?(?:第[{_DIGITS}\d]{{1,2}})?(?:那个|那"
    r"|个)?(?:单元|[户门屋间](?![口卫牌])|家(?!里))"
    rf"|顶楼|阁楼|地下室|第[{_DIGITS}\d]{{1,2}}[家户间栋排趟](?:房)?)"
)
_ROOM = (
    rf"(?:\d{{1,3}}(?:-\d{{1,4}}){{1,3}}(?!\d)|[A-Za-z]?\d{{3,4}}[A-Za-z]?{_NO_AMOUNT}|[A-Za-z]\d{{2,4}}(?!\d)"
    r"|\d{1,2}[A-Z](?![A-Za-z])"
    rf"|[{_DIGITS}]{{3,4}}{_NO_AMOUNT})"
)
_GAP = (
    rf"(?:[{_HAN}]{{1,5}}(?:旁边?|后面|对面|隔壁)的?|[ ]?进[{_HAN}]{{1,3}}"
    r"|[ ,，.。…、(（]|嗯|呃|额|啊|哦|对了?|然后|就?是|在|的|那个|那边|那|嘛"
    r"|呢|旁边|再往里|进去|(?:楼号|门牌号?|号|房号|单元|楼栋|楼层|几号楼?|几楼|几单元|房间号?)(?:呢|是)?[?？]?|[?？。—-]){0,6}"
)
_INSIDE = (
    rf"(?:[ ]?{_SIGN}{{1,8}}?(?:宿舍楼?|公寓楼?|家属[院楼区]|大厦|大楼|办公楼|写字楼|教学楼"
    r"|国际|广场|中心|小区|[苑园城府庭居邸湾里坊]|院|摊位|信箱|车库|仓库|商铺"
    rf"|铺面|[{_DIGITS}]街|单元)"
    rf"(?:的?{_UNIT}|{_ROOM}){{1,3}}|{_SIGN}{{2,6}}[A-Z]?\d{{3,4}}(?=$|[^{_HAN}\d])|[东南西北]?门卫|传达室|收发室|(?:临街|沿街)?(?:底商|门面房?)|前台"
    rf"|车库|后门|侧门|院内|附[{_DIGITS}\d]{{1,3}}号?|铺面?(?![{_HAN}])|档口?|{_SIGN}{{2,5}}(?:超市|便利店|小卖部|水果店|药店|门市部?"
    rf"|菜鸟|快修店|厂|有限公司|车间|工地)(?=[,，。]|收|代收|$)|之[{_DIGITS}\d]|[东南西北]区|[东南西北中](?=$|[ ,，。]))"
)
_MORE = re.compile(
    rf"(?:(?P<own>{_INSIDE})|(?P<gap>{_GAP})(?P<more>(?:[{_HAN}]{{0,3}}?[区期])?(?:{_UNIT}|{_SIDE})|{_ROOM}))"
)
_ESTATE = (
    r"(?:小区|花园|花苑|嘉苑|雅苑|佳苑|新苑|[^学法文病]苑|家园|嘉园|公寓|公馆|家属[院楼区]|大院|新村|新城"
    r"|山庄|别墅区?|华庭|豪庭|雅庭|名都|名邸|府邸|华府|[^政]府(?![上里])|雅居|佳居"
    r"|水岸|半岛|花城|凤凰城|城邦|豪园|雅园|名苑|名城|宿舍楼?|胡同|弄堂|大厦|写字楼|寓所|天地|国际城?"
    r"|[^海港台]湾|御景|筑|臻园|[^公乐校果菜家田花乐]园|[^农乡山]村|庄子|嘎查|屯"
    r"|寨子?|坳|[^车部][队组]|巷子?|里弄)"
)
_PRIVATE = (
    r"(?:(?<!院)住(?!院|宿|房|几|了|户|址|宅|的)(?:在|到|址|就)?|家(?:住|在|就?是)?在?"
    r"|小区(?:名字?)?(?:叫做?|是)|送(?:到|去|至)|寄(?:到|往|去|回)?"
    r"|邮到|[上下]车点(?:是|在)?|搬(?:到|去|至|进)|移(?:机)?到"
    r"|改(?:到|成|为)|老家(?:是|在)?|修的是|地址(?:就?是|在|写|改成|改为|改到|换成|变更为|[:：])?"
    r"|就在|应该是|租(?:在|的是)|单位[是在]|公司[是在]|店[是在]"
    r"|[她他我]在|就写|接到|从)"
)
_NAMED = re.compile(
    rf"{_PRIVATE}(?:了|的)?[ "
    rf":：]?(?P<own>(?![这那哪他我你您她什么几别改换是在写有变没不错对要])[{_HAN}]{{1,10}}?{_ESTATE}(?![{_HAN}]{{0,2}}(?:店"
    r"|营业厅|网点|驿站"
    rf"|的[人事]|长|委|支书|里有|都))(?:[{_HAN}]{{1,4}}(?:组|队|湾|屯|冲|坡))?)"
)
_LANDMARK = re.compile(
    rf"(?:住(?!院|宿|房)(?:在|到)?|家(?:就|住)?在|就是|就在|在|寄到|送到|地址是)(?P<own>(?![这那哪他我你您她什么几])[{_HAN}]{{2,10}}?"
    r"(?:旁边|隔壁|后面|后边|背后|对面|斜对面|楼上|边上|门口|[东西南北]头|里面|前面)(?P<door>(?:的|那个?"
    rf"|靠[东西南北左右]边?)*(?:[{_HAN}]{{0,6}}?{_UNIT}|[{_HAN}]{{0,6}}?[栋幢楼院屋房](?:{_UNIT}|{_SIDE})?"
    rf"|第[{_DIGITS}\d]+[家户间]|{_ROOM}|[红黄白蓝][{_HAN}]{{1,4}}[楼房屋]))?)"
    rf"(?P<lives>住|这?家)?"
)
_HEAD_OF = re.compile(
    rf"(?P<own>[{_HAN}]{{1,5}}(?:村|庄子?|屯|寨|湾|坳|坝|塆)(?:{_SIDE}|[东西南北村][头口边](?:上)?第[{_DIGITS}\d]{{1,2}}[户家]))"
)
_NEXT_DOOR = re.compile(
    r"(?:楼上|楼下|对门|隔壁|门牌号?|房号|房间号?|室号|户号)(?:是|在"
    r"|住的是)?[?？:：]?[ ]?(?P<own>\d{3,4}(?:室|号|户)?)(?![\d元块天年月点个兆])"
)
_ASKED = re.compile(r"楼号|几单元|几号楼|哪[栋幢]|门牌号|房间号[?？]")
_TOLD_UNIT = re.compile(rf"(?<![{_HAN}\d])\d{{1,3}}(?:号楼|栋|幢|单元)(?![{_HAN}])")
_STALL = re.compile(
    rf"(?P<own>[{_HAN}]{{2,8}}?(?:市场|商城|夜市|批发城|农贸|菜场|大棚)(?:[东南西北][门区侧])?{_NUM}号?(?:摊位?|档口|铺面?|商铺|门面|柜))"
)
_BESIDE = re.compile(
    rf"(?P<own>[{_HAN}]{{2,7}}?(?:小区|花园|家园|公寓|新村"
    rf"|[^学法文]苑)(?:[东南西北]区)?[{_HAN}]{{1,6}}(?:旁边?|后面|对面|隔壁)的?{_UNIT})"
)
_LONE = re.compile(
    rf"(?<![{_HAN}])(?!厂里|学校|公司|员工|职工|学生|单位|我们|你们|这|那|整|其[他它]|小区"
    rf"|家属)(?P<own>[{_HAN}]{{1,7}}{_ESTATE})(?=[那这]边"
    rf"|停[水电]|断网|没网|整个|$|[^{_HAN}\dA-Za-z])"
)
_LEAD = re.compile(
    r".*(?:地址|我家|我住|去|有|家住|住在|住|寄到|寄往|送到|送去|搬到|搬去|改成|改到|改为|换成|就在|在|是"
    r"|址|为|给|了|从|学生宿舍|写字楼(?=.{2})|这边|那边|小区叫)"
)


def pieces(text: str, cores: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`cores` are the addresses found already; what is told of them in further pieces, and what is told in pieces alone."""
    begun = list(cores)
    for pattern in (_NAMED, _HEAD_OF, _STALL, _BESIDE):
        begun += [_bare(text, *found.span("own")) for found in pattern.finditer(text)]
    begun += [
        found.span("own")
        for found in _LANDMARK.finditer(text)
        if found["door"] or found["lives"] or "住" in found[0][:2]
    ]
    if begun:
        begun += [_bare(text, *found.span("own")) for found in _LONE.finditer(text)]
    seen: set[int] = set()
    for start, end in begun:
        yield start, end
        yield from _goes_on(text, end, seen)
    if _ASKED.search(text):
        yield from (found.span() for found in _TOLD_UNIT.finditer(text))
    if begun or _ASKED.search(text):
        yield from (found.span("own") for found in _NEXT_DOOR.finditer(text))


def _goes_on(text: str, end: int, seen: set[int]) -> Iterator[tuple[int, int]]:
    """What follows from a place on is looked at once, however many addresses lead there."""
    while end not in seen and (found := _MORE.match(text, end)):
        seen.add(end)
        end = found.end()
        yield found.span("own" if found["own"] else "more")


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the words that only lead to it."""
    lead = _LEAD.match(text, start, end)
    return (lead.end() if lead and lead.end() < end - 2 else start), end
