"""Forms in which nothing but a Chinese name stands: called by age, by a title at the start, foreign surnames, signatures."""

import re
from collections.abc import Iterator

from hengcai.base.masking.cues_zh import JOINING
from hengcai.base.masking.name_lists import SURNAMES, words

_HAN = r"\u4e00-\u9fff"
_OPEN = rf"(?<![{_HAN}])"
_MORE_SURNAMES = "甄柯窦屠桓娄喻滑刁席荣裘甄羿封糜蔺芮廉郗计"
_ANY = f"{SURNAMES}{_MORE_SURNAMES}"
_NO_GIVEN = "的了是在有没就都也还吗呢吧啊们位个"
_TITLE = r"(?:先生|女士|小姐|太太)"
_JAPANESE = (
    "山田|田中|佐藤|铃木|高桥|伊藤|渡边|山本|中村|小林|加藤|吉田|佐佐木|山口|松本|井上|木村|清水|山崎|池田|桥本|石川|前田|藤田"
    "|冈田|长谷川|村上|近藤|石井|斋藤|坂本|远藤|青木|藤井|西村|福田|太田|三浦|藤原|松田|中岛|原田|小川|小野|竹内|金子|和田|中野"
    "|上田|森田|柴田|酒井|宫崎|宫本|内田|大野|今井|高木|安藤|丸山|河野|小岛|武田|上野|杉山|千叶|村田|菅原|久保|松井|岩崎|木下"
    "|野口|野村|菊地|佐野|大西|杉本|新井|浜田|市川|古川|水野|小松|岛田|本田"
)
_FORMS = (
    # 老周你别急, 会计老吕过来
    re.compile(
        rf"{_OPEN}(?P<own>[老小阿][{_ANY}])(?=[你您啊呀哥姐]|[,，、!！](?:[你您我帮那这]|$)|那边|[他她](?:说|家|那))"
    ),
    re.compile(
        rf"(?:会计|出纳|财务室?|同事|邻居|门卫|司机|房东|老板|师傅|[你我他她]家)(?P<own>[老小][{_ANY}])(?![{_ANY}]|板|区|时|孩)"
    ),
    re.compile(rf"(?:叫我?|喊我?|称呼我?)(?P<own>[小阿老大](?![的时区孩家事号])[{_HAN}])(?=就[行好可]|吧|[,，。]|$)"),
    # 高兴先生: a word, and a name where a title follows and nothing goes before
    re.compile(
        rf"{_OPEN}(?P<own>(?![{JOINING}][{_ANY}]{_TITLE})[{_ANY}](?![{_NO_GIVEN}])[{_HAN}](?:(?![{_NO_GIVEN}])[{_HAN}])?)(?={_TITLE})"
    ),
    re.compile(rf"{_OPEN}(?P<own>[{_ANY}](?![{_NO_GIVEN}])[{_HAN}])(?=[您你]好[,，。!！]|[您你]好$)"),
    re.compile(rf"(?P<own>(?:{_JAPANESE})[{_HAN}]{{0,2}}?[郎子美介助夫男雄也斗奈树香])(?![{_HAN}]{{0,2}}店)"),
    re.compile(rf"(?P<own>{_JAPANESE})(?={_TITLE}|桑)"),
    # 阮氏秋庄
    re.compile(rf"{_OPEN}(?P<own>[阮陈黎范黄潘武邓裴杜胡吴杨李]氏[{_HAN}]{{1,3}}?)(?=$|[^{_HAN}]|[的是在])"),
    # at the end of a letter
    re.compile(rf"(?:此致[ ,，]?敬礼|顺颂商祺|敬上|谨启)[!！。 ,，]{{0,2}}(?P<own>[{_HAN}]{{2,4}})$"),
    # 某某三个字
    re.compile(rf"(?:把|是|写|叫|就|^)(?P<own>[{_HAN}]{{2,4}}?)(?:这?[两三四]个字)"),
    # 格桑,藏族
    re.compile(
        rf"(?:{_OPEN}|户主|客户|用户|我叫|叫)(?P<own>(?!户主|客户|用户|我|叫|本人)[{_HAN}]{{2,6}})(?=[,，](?:[藏壮苗彝回满傣白]族|维吾尔族|蒙古族|哈萨克族|朝鲜族))"
    ),
    # 全名是?——某某
    re.compile(
        rf"(?:贵姓|姓名|全名|名字|称呼您?|收件人是谁|哪位)(?:是什么|是)?[?？]?[—-]{{1,3}}(?:免贵姓|我?叫|我是|姓)?(?P<own>(?!免贵|我)[{_HAN}]{{2,4}})(?=$|[^{_HAN}])"
    ),
)
_PASSENGER = re.compile(r"(?:乘机人|旅客|乘客|护照|姓名|英文名|登机牌)[是为:： ]{0,2}(?P<own>[A-Z]{2,12}/[A-Z]{2,16})")
_NO_NAME = words("小时 小区 小孩 小号 老师 老板 老家 老人 小米 老是 小姐 大家 您的 什么 不是 经理")


def formed_names(text: str) -> Iterator[tuple[int, int]]:
    """`text` in half width, with Chinese in it."""
    for pattern in (*_FORMS, _PASSENGER):
        for found in pattern.finditer(text):
            if found["own"] not in _NO_NAME:
                yield found.span("own")
