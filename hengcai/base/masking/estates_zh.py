"""Chinese estates and blocks told alone, where what is said beside them is said of a home."""

import re
from collections.abc import Iterator

_HAN = r"\u4e00-\u9fff"
_DIGITS = "〇零一二三四五六七八九十百两"
_HOME = re.compile(
    r"业主|物业|停[水电]|断[水电]|漏水|门禁|电梯|暖气|热力|供暖|燃气|宽带|快递|包裹|单元|号楼|[0-9一二三四五六七八九十]栋|楼[上下]|上门|师傅"
    r"|安装|装机|移机|小区|我[们这]|您家|我家|住|房产|合同|户主|送|寄|收件|收货|地址|您说的是"
)
_SIGN = rf"(?:(?![地址是在到和搬移从住寄送我你您他她的了这那就说要有没不改写换填变错对边给跟把往去离又还叫个家园店放门旁])[{_HAN}])"
_BUILDERS = (
    "碧桂园|万科|恒大|保利|绿城|融创|中海|龙湖|华润|金地|招商|世茂|雅居乐|富力|远洋|首开|佳兆业|阳光城|新城|旭辉|绿地"
)
_KIND = (
    r"(?:花园|花苑|嘉园|家园|豪园|雅园|豪庭|华庭|雅庭|名庭|名苑|佳苑|新苑|嘉苑|雅苑|晚苑|[^学法文医病宫]苑|公馆|名邸|府邸|华府|御府|新村|生活区|公租房|廉租房|安置房|职工楼"
    r"|小区|家属[院楼区]|公寓|雅居|名都|城邦|水岸|半岛|壹号院|凤凰城|[湖湾山水江河]天地|[湖海江]国际|干休所|[一二三四五六七八九十东南西北]苑)"
)
_ESTATE = re.compile(
    rf"(?P<own>{_SIGN}{{1,6}}?{_KIND}|(?:{_BUILDERS})(?:{_SIGN}{{1,4}}?[城府苑庭邸湾里郡轩院]|(?<=碧桂园))|凤凰城|阳光100)"
    rf"(?P<part>(?:[{_DIGITS}东南西北A-Za-z\d]{{1,2}}[期区])?(?:\d{{1,3}}号(?![码线]))?)"
    rf"(?![{_HAN}]{{0,3}}(?:店|营业厅|网点|驿站|门票|景区|支行)|[是在]哪)"
)
_BLOCK = rf"(?:\d{{1,3}}|[{_DIGITS}]{{1,3}})(?:号楼|栋|幢|座)(?:\d{{1,2}}[A-Z](?![A-Za-z])|(?:楼下|门口|大厅|门厅)?(?:丰巢柜?|快递柜)?)"
_ALONE = re.compile(
    rf"(?:我在|放在?|送到?|应该是|不是|就是|住在?|到)(?P<own>{_BLOCK})(?=$|[^{_HAN}A-Za-z\d]|里|等|就|吧|那|不是)"
)
_MY_DOOR = re.compile(
    r"(?:[我他她您]家(?:是|在|住)?|楼[上下](?:是|的)?|对门|隔壁)(?P<own>\d{3,4})(?!\d|[元块天年月点个兆平度多左])"
)
_CELLAR = re.compile(r"(?P<own>(?:地下|负)[一二三四\d]?层?[ ]?[A-Z]区?\d{2,4})(?!\d)")
_STREET = re.compile(
    rf"(?:我?在|我[住去]|家门口[是在]|应该是|不是|改[到成为]|送到|您看是|还是|就是|反映|投诉|举报|走到|[他她]在)(?P<own>(?![这那哪上半一几同某每两铁公网线电思出问迷赶马])"
    rf"(?:{_SIGN}){{2,4}}?(?:大街|街|路|大道)(?![{_HAN}]{{0,3}}(?:店|营业厅|网点|驿站|站|口岸|人|由|线|过|费|程|灯|边))(?:[东西南北中][一二三四五]?段?)?)(?=$|[^{_HAN}]|[那的这上还不拐夜施门停]|旁边|对面|附近)"
)
_TOWER = re.compile(
    rf"(?P<own>{_SIGN}{{2,5}}(?:大厦|广场|中心|国际|名城|一号)(?:[A-Z]座)?[,， ]?(?:\d{{1,3}}[层楼幢栋]|[A-Z]?\d{{3,5}})(?:\d{{2,4}}室?)?)"
    rf"(?![{_HAN}]{{0,4}}(?:店|专柜|营业厅))"
)
_ROWS = re.compile(rf"(?P<own>(?:家属院|家属楼|宿舍区?|平房区?)[{_DIGITS}\d]{{1,3}}(?:排|栋|幢|号楼))")
_GOES_ON = re.compile(
    rf"[ ,，]{{0,2}}(?P<own>(?:(?:\d{{1,3}}|[{_DIGITS}]{{1,3}})(?:号楼|栋|幢|座)(?:\d{{1,4}}[A-Z]?)?"
    rf"|\d{{1,2}}[楼层](?![上下])))(?![{_HAN}]{{0,1}}业)"
)


def estates(text: str) -> Iterator[tuple[int, int]]:
    """`text` in half width, with Chinese in it."""
    if _HOME.search(text):
        for found in _ESTATE.finditer(text):
            yield found.start("own"), found.end("part")
            behind = _GOES_ON.match(text, found.end("part"))
            if behind:
                yield behind.span("own")
    for pattern in (_ALONE, _MY_DOOR, _CELLAR, _STREET, _TOWER, _ROWS):
        yield from (found.span("own") for found in pattern.finditer(text))
