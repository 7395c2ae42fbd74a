"""A stretch of text that is covered: what it is, where it lies, and which of its characters stay readable."""

from dataclasses import dataclass

PHONE, LANDLINE, ID_CARD, BANK_CARD = "phone", "landline", "id_card", "bank_card"
EMAIL, PLATE, ADDRESS, NAME, ACCOUNT = "email", "plate", "address", "name", "account"
COVER = "*"
# full width and half width are one and the same to whoever reads a number; each stays one character
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# so are the signs of Hong Kong and Taiwan of which names and addresses are made
_TRADITIONAL = str.maketrans(
    "陳張劉楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸賴龔龐顏嚴溫蘆韋畢聶叢齊歐駱塗關鮑單簡饒項紀閔莊樂連萬國華偉強麗靜豔濤軍傑剛榮寶龍鳳雲飛鵬輝蘭瓊瑩夢語詩詠嫻穎曉東業慶義憲號樓層棟門區縣鄉鎮灣園廣場廈戶鋪島興學說這個時間話電請問嗎麼為與對應費錢訂貨運達過還裡邊頭後會員資訊確認點線網機聯繫寫給幫聽帳證護歲媽爺師醫經氣開車櫃舊總衛鐵橋濱陽陰黨農嶺鋼銘鈞錦鋒",
    "陈张刘杨赵黄吴孙马罗郑谢韩冯萧邓许吕苏卢蒋贾叶阎钟谭邹陆赖龚庞颜严温芦韦毕聂丛齐欧骆涂关鲍单简饶项纪闵庄乐连万国华伟强丽静艳涛军杰刚荣宝龙凤云飞鹏辉兰琼莹梦语诗咏娴颖晓东业庆义宪号楼层栋门区县乡镇湾园广场厦户铺岛兴学说这个时间话电请问吗么为与对应费钱订货运达过还里边头后会员资讯确认点线网机联系写给帮听账证护岁妈爷师医经气开车柜旧总卫铁桥滨阳阴党农岭钢铭钧锦锋",
)
_PLAIN = _FULL_WIDTH | _TRADITIONAL


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`; what lies from `hidden_start` to `hidden_end` is covered, the ends stay."""

    kind: str
    start: int
    end: int
    hidden_start: int
    hidden_end: int


def plain(text: str) -> str:
    """Half width and simplified, character for character, so that places in it are places in the text."""
    return text if text.isascii() else text.translate(_PLAIN)


def kept_first(start: int, end: int) -> Stretch:
    """A name of which the first character stays."""
    return Stretch(NAME, start, end, start + 1, end)


def apart(stretches: list[Stretch]) -> list[Stretch]:
    """In their order and without overlap; the one found first keeps the place."""
    kept: list[Stretch] = []
    taken = bytearray(max((one.end for one in stretches), default=0))
    for one in stretches:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
