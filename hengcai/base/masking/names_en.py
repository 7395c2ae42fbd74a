"""English names: after what announces one, after a title, or a given name with a surname behind it."""

import re
from collections.abc import Iterator

from hengcai.base.masking.name_lists import GIVEN_EN, NO_NAMES_LOW, PLAIN_WORDS_EN
from hengcai.base.masking.stretch import Stretch, kept_first

_CAP = r"(?:Mc|Mac|O['’]|D['’]|De|Le|Van )?[A-ZÀ-Þ][a-zà-ÿ]+(?:['’][a-z]+)?(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_INITIAL = r"(?: (?:[A-HJ-Z]\.?|I\.)(?= ))?"
FULL = rf"{_CAP}{_INITIAL}(?: (?:(?:van|von|de|del|la|bin|al|ibn|der) ){{0,2}}{_CAP}){{0,3}}"
_NOT_FIRST = (
    "Mr|Mrs|Ms|Miss|Dr|First|Old|New|Actually|Account|Address|Also|An?|And|Any|Are|As|At|Because|But|By|Can|Card"
    "|Case|Could|Customer"
    "|Do|Does|Don't|For|From|Give|Going|Good|Great|Hang|Hello|Here|Hi|Hold|How|I|I'm|If|In|Is|It|It's|Just|Let"
    "|Let's|Look"
    "|Madam|Ma'am|Maybe|My|No|Not|Nothing|Now|Of|Oh|Ok|Okay|On|One|Only|Or|Order|Our|Please|Reservation|Service|Sir"
    "|So|Some|Sorry|Still|Sure|Technical|Customer|Thank|Thanks|That|That's|The|Their|There|These|They|This|Those|To"
    "|Um|Uh|Under|Very"
    "|Wait|We|Well|What|When|Where|Which|Who|Why|Will|Would|Yeah|Yes|You|Your|Monday|Tuesday|Wednesday|Thursday"
    "|Friday|Saturday|Sunday|January|February|March|July|August|September|October|November|December|English"
    "|American|British|Chinese|Spanish|French|German|Indian|Irish|Canadian|Australian|Catholic|Muslim"
)
_SURE_EN = re.compile(
    r"(?:\b[Mm]y (?:full |first |last |middle |maiden |legal |married |given )?name(?: is|'s|:| was)|\b[Nn]ame(?: is"
    r"|'s|:| on (?:the |my )?\w+(?: is|'s|:)?)"
    r"|\b(?:[Ll]ast|[Ff]irst|[Ff]amily|[Mm]iddle|[Mm]aiden) name(?: is|'s|:|,)?|\b[Ss]urname(?: is|'s|:|,)?"
    r"|\b[Uu]nder(?: the)? name(?: of)?|\b(?:[Bb]ooking|[Rr]eservation|[Aa]ccount|[Oo]rder) is under the name of"
    r"|\b[Ii]n the name of|\bregistered (?:to|under)|\b(?:[Bb]ooked"
    r"|[Rr]eserved) (?:for|under)|\b[Bb]ooking (?:is )?(?:for|under)|\b[Rr]eservation (?:is )?(?:for|under)"
    r"|\b(?:it's|It's|that's|account|order|(?:account|booking|order|reservation|ticket|policy|name) is|be|listed"
    r"|put it) under"
    r"|\b(?:[Cc]ard ?holder|[Aa]ccount ?holder|[Pp]olicy ?holder|[Pp]assenger(?: \d)?|[Pp]atient|[Gg]uest|[Rr]ecipient"
    r"|[Cc]ustomer|[Cc]ontact|[Bb]eneficiary|[Ss]ender|[Tt]enant|[Pp]ayee)(?: name)?(?: is|'s|:| was)|\b(?:[Gg]uest"
    r"|[Pp]assenger|[Pp]atient) name|\b(?:[Dd]eliver(?:ed)?|[Rr]eturn(?: it)?|[Aa]ddressed|[Ss]hip(?:ped)?"
    r"|[Gg]oes) to|\b(?:gift|parcel|package|present|ticket|order) for|\b[Tt]icket: customer"
    r"|\b(?:[Hh]usband|[Ww]ife|[Ss]on|[Dd]aughter|[Mm]other|[Ff]ather|[Mm]um|[Mm]om|[Dd]ad|[Bb]rother|[Ss]ister"
    r"|[Pp]artner|[Ff]riend|[Nn]eighbou?r|[Rr]oommate|[Cc]olleague|[Uu]ncle|[Aa]unt|[Gg]randmother|[Gg]randfather"
    r"|[Ff]ianc[eé]e?|[Bb]oss|[Cc]ousin|[Nn]ephew|[Nn]iece)(?:'s name)?(?:,| is| is called|'s called| named|:)?"
    r"|\b(?:called|named|[Aa]ttention|[Aa]ttn:?|c/o|[Dd]ear|[Rr]egards,?|[Ss]incerely,?|[Cc]heers,"
    r"|[Ss]peaking (?:with|to)|[Ss]poke (?:with|to)|[Aa]sk for|[Tt]alk to|[Ss]igned(?: by)?|[Cc]all me)) "
)
_HERE_EN = re.compile(
    rf"\b(?:[Tt]his is|[Ii]t's|[Ii]t is|[Ii]'m|[Ii] am|[Hh]ere is)(?: also)? (?P<own>(?!(?:{_NOT_FIRST})\b){FULL})"
)
_CALLING = re.compile(r" (?:calling|speaking|here|from|again|on the line|on behalf)\b|[,.]")
_TITLED_EN = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mister|Sir|Lady)\b\.? (?P<own>{FULL})")
_GREETED = re.compile(
    rf"(?:\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Yy]es|[Oo]kay|[Ss]orry|[Ww]elcome|[Bb]ye|[Mm]orning"
    rf"|[Aa]fternoon|[Ee]vening),? )(?P<own>{FULL})(?=[,.!?]|$)"
)
_CAPITALS = re.compile(
    r"\b(?:[Nn]ame(?: on (?:the|my) \w+)?(?: is|:)|[Cc]ardholder:?"
    r"|[Pp]assenger:?) (?P<own>[A-Z]{2,}(?: [A-Z]{1,}){1,3})\b"
)
_BYE = re.compile(
    rf"\b(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers),? (?P<own>(?!(?:{_NOT_FIRST})\b){_CAP}(?: {_CAP})?)[.! ]*$"
)
_SAID_LOW = re.compile(
    r"\b(?:this is|it's|its|i'm|i am|name is|name's|husband|wife|son|daughter|mother|father|mum|mom|dad|brother"
    r"|sister|partner|friend|account holder is|customer|miss|mr|mrs|ms|under|first name|last name|called"
    r"|named) (?P<own>[a-z'-]{2,15}(?: [a-z'-]{3,15})?)(?![a-z'-])"
)
_LOW_EN = re.compile(
    r"\b(?:my (?:full |first |last )?name(?: is|'s)|last name(?: is|'s)?|first name(?: is|'s)?|surname(?: is|'s)?"
    r"|name on the (?:account|card|order|booking) is|under the name(?: of)?|this is|mr|mrs|ms|miss|i'm"
    r"|it's) (?P<own>[a-z][a-z']{1,15}(?: [a-z][a-z']{1,15})?)(?=$|[.,;!?]| (?:and|from|calling|speaking|here|i|my"
    r"|the|with|on"
    r"|but)\b)"
)
_SURE_LOW = re.compile(r"name|mr|ms|miss")

_FULL_EN = re.compile(
    rf"\b(?P<first>[A-Z][a-z]+)(?: (?:[A-HJ-Z]\.?|I\.))? (?!(?:{_NOT_FIRST})\b)(?:(?:van|von|de|del|la|bin"
    rf"|al) ){{0,2}}{_CAP}(?: {_CAP})?"
)
_NO_LAST = re.compile(
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|Way|Square|Place|Park|Hotel|Inn|Bank|Hospital|School|College"
    r"|University|Airport|Station|Day|City|County|River|Lake|Island|Hall|House|Store|Shop|Market|Center|Centre|Card"
    r"|Plan|Insurance|Lewis|Company|Inc|Ltd|Restaurant|Cafe|Bridge|Church|Museum|Theatre|Theater|Stadium|Beach|Bay"
    r"|Hill|Building|Tower|Pro|Plus|Jacket|Boots|Mower|Account|Debit)\b"
)
_SPELLED = re.compile(r"\b[A-Za-z](?:[-. ,]{1,2}[A-Za-z]\b){2,20}")
_SPELLED_TOLD = re.compile(r"(?:spell\w*|spelt|name|surname|that's|letters?)\b[^.!?]{0,40}$", re.IGNORECASE)
_AS_IN = re.compile(
    r"\b[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+(?:[,;]? (?:and )?[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+)+"
)
_NAMED = re.compile(rf"(?!(?:{_NOT_FIRST})\b){FULL}")
_AFTER_LOW = frozenset(
    [
        "again",
        "here",
        "speaking",
        "calling",
        "set",
        "left",
        "lost",
        "said",
        "says",
        "will",
        "can",
        "could",
        "would",
        "was",
        "were",
        "has",
        "have",
        "had",
        "got",
        "did",
        "does",
        "wants",
        "needs",
        "asked",
        "called",
        "and",
        "with",
        "that",
        "paid",
        "bought",
        "sent",
        "told",
        "gave",
        "made",
        "took",
        "went",
        "came",
    ]
)
_STAFF_AFTER = re.compile(
    r" (?:from|in|at) (?:customer|tech|technical|support|billing|sales|claims|the (?:\w+ )?(?:team|department"
    r"|desk))\b"
)
_BRANDS = re.compile(
    r"\b(?:Dr\.? (?:Martens?|Pepper)|John (?:Deere|Lewis)|Ralph Lauren|Charles Schwab|Calvin Klein|Tommy Hilfiger"
    r"|Michael Kors|Kate Spade|Paul Smith|Ted Baker|Fred Perry|Morgan Stanley|Philip Morris|Jo Malone|Thomas Cook"
    r"|Harry Potter|Taylor Swift|Jack Daniels|Mary Kay|Jimmy Choo|George Foreman|Louis Vuitton|Christian Dior"
    r"|James Bond|Henry Hoover|Martin Luther)\b"
)
_NEVER_FIRST = re.compile(rf"(?:{_NOT_FIRST})$")
_SURELY_GIVEN = GIVEN_EN - PLAIN_WORDS_EN


def english_names(text: str) -> Iterator[Stretch]:
    """`text` in half width."""
    for pattern in (_TITLED_EN, _GREETED, _HERE_EN):
        for found in pattern.finditer(text):
            if _is_one(text, pattern, found):
                yield kept_first(*found.span("own"))
    for found in _FULL_EN.finditer(text):
        if (
            found["first"].lower() in _SURELY_GIVEN
            and not _BRANDS.match(text, found.start())
            and not _is_of_a_thing(text, found)
        ):
            yield kept_first(*found.span())
    yield from _spelled(text)


def announced_en(text: str) -> Iterator[Stretch]:
    """My name is, the account holder is, under the name of."""
    for cue in _SURE_EN.finditer(text):
        found = _NAMED.match(text, cue.end())
        if found and not _is_of_a_thing(text, found):
            yield kept_first(*found.span())
    yield from _low_names(text)
    for pattern in (_CAPITALS, _BYE):
        yield from (kept_first(*found.span("own")) for found in pattern.finditer(text))


def _is_of_a_thing(text: str, found: re.Match[str]) -> bool:
    """A street, a hotel, a bank: said within the name or right behind it."""
    return bool(_NO_LAST.search(found[0])) or (
        text[found.end() : found.end() + 1] == " " and bool(_NO_LAST.match(text, found.end() + 1))
    )


def _is_one(text: str, pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    first = found["own"].split()[0]
    if _NEVER_FIRST.match(first) or _STAFF_AFTER.match(text, found.end()) or _BRANDS.match(text, found.start()):
        return False
    if pattern is _TITLED_EN or first.lower() in GIVEN_EN:
        return True
    return pattern is _HERE_EN and _is_whole(text, found)


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Two words of a name, or one before 'calling' and the like."""
    if " " in found["own"]:
        return not _NO_LAST.search(found["own"])
    return text[found.end() : found.end() + 1] == " " and _CALLING.match(text, found.end()) is not None


def _low_names(text: str) -> Iterator[Stretch]:
    """As a recogniser writes it."""
    for found in _LOW_EN.finditer(text):
        words = found["own"].split()
        is_told = bool(_SURE_LOW.search(found[0][: -len(found["own"])]))
        is_one = words[0] not in NO_NAMES_LOW if is_told else words[0] in _SURELY_GIVEN
        if is_one:
            end = found.end("own") if words[-1] not in NO_NAMES_LOW else found.start("own") + len(words[0])
            yield kept_first(found.start("own"), end)
    for found in _SAID_LOW.finditer(text):
        yield from _said_low(text, found)


def _said_low(text: str, found: re.Match[str]) -> Iterator[Stretch]:
    """A given name everybody knows, and the word behind it where it is none that goes on."""
    first, *last = found["own"].split()
    start = found.start("own")
    is_called = first in PLAIN_WORDS_EN & GIVEN_EN and _CALLING.match(text, start + len(first))
    if first in _SURELY_GIVEN or is_called:
        has_last = bool(last) and last[0] not in NO_NAMES_LOW and last[0] not in _AFTER_LOW
        yield kept_first(start, found.end("own") if has_last else start + len(first))
    elif last and last[0] in _SURELY_GIVEN:
        yield kept_first(start, found.end("own"))


def _spelled(text: str) -> Iterator[Stretch]:
    """S-M-I-T-H, S as in Sam."""
    for found in (*_SPELLED.finditer(text), *_AS_IN.finditer(text)):
        if _SPELLED_TOLD.search(text[max(0, found.start() - 60) : found.start()]):
            yield kept_first(*found.span())
            yield from _said_before(text, found)


def _said_before(text: str, spelled: re.Match[str]) -> Iterator[Stretch]:
    """The word that is spelled right after it."""
    letters = re.sub(r"[^A-Za-z]", "", spelled[0])
    before = re.compile(rf"\b{letters}\W{{1,3}}$", re.IGNORECASE).search(
        text, max(0, spelled.start() - 40), spelled.start()
    )
    if before:
        yield kept_first(before.start(), before.start() + len(letters))
