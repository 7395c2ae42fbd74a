"""English addresses: a number and a street, a flat, a house by its name, a box, a postcode, and what goes on beside them."""

import re
from collections.abc import Iterator

_KINDS = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|crescent|cres|terrace|terr|mews|grove"
    "|gardens|gdns|close|parade|parkway|pkwy"
    "|highway|hwy|alley|cul-de-sac|esplanade|broadway|causeway|embankment|freeway|turnpike|roundabout|strasse"
    "|straße|nagar|marg|jalan|route"
)
_WEAK_KINDS = (
    "court|ct|way|place|pl|square|sq|circle|cir|trail|trl|row|hill|hills|walk|green|view|rise|quay|wharf|bend"
    "|link|park|ridge|point|path|vale|yard|crossing|creek|heights|fields|field"
    "|croft|dale|dene|garth|bank|brow|fold|cross|bridge|meadow|meadows|orchard|approach|mount|copse|paddocks?|spinney|hollow|lea|wynd|brae|cove|glen|knoll"
    "|landing|pass|pike|plaza|vista|passage|parks|steps|chase|drove|bottom|top|side|piece"
)
_KIND = rf"(?i:{_KINDS}|{_WEAK_KINDS})"
_HOUSES = (
    "house|cottage|cottages|farm|farmhouse|lodge|villa|villas|barn|manor|mill|grange|vicarage|rectory|towers?"
    "|mansions?|apartments|flats|heights|hall|court|granary|works|foundry|bungalow|chapel|coach house"
    "|gatehouse|old forge|forge"
    "|stables|cabin|croft|residency|residences?|residence hall|chambers|wharf|quarters|halls|building|block"
    "|estate|trailer park|mobile home park|caravan park|boathouse|houseboat|oast|schoolhouse|homestead"
    "|station|tower|plaza|point|business park|industrial estate|trading estate|retail park"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine|oh|zero|double"
_SAID = (
    rf"(?:{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred)\b"
)
_SPOKEN = rf"(?:(?i:{_SAID})(?:[ -](?:and )?(?i:{_SAID})){{0,5}}(?: [a-dA-D](?= ))?)"
_DIGITS = r"#?\d{1,5}(?:[A-Za-z](?![A-Za-z])|[-–/]\d{1,5}[A-Za-z]?|½| 1/2)?"
_NUMBER = rf"(?:{_DIGITS}|{_SPOKEN})"
_SIDE = r"(?:(?i:north|south|east|west|upper|lower|old|new|n|s|e|w|ne|nw|se|sw|great|little)\.? )?"
_NO_NAME = (
    r"(?:the|of|a|an|to|my|your|our|minutes?|mins?|days?|hours?|miles?|times?|blocks?|per|for|on|in|at|and|or"
    r"|is|it|more|other|km|met(?:re|er)s?|feet|yards?|weeks?|months?|years?|dollars?|pounds?|pence|cars?"
    r"|people|lanes?|percent"
    r"|from|down|up|off|by|this|that|same|right|left|one|way|pm|am|gb|mb|items?|orders?|of|stars?|bed|bedroom"
    r"|seats?|tickets?|units?|x|no|not|so|but|with|if|when|who|i|we|you|he|she|they|was|were|are|have|has|had"
    r"|will|can|do|did|just|about|into|than|then|there"
    r"|please|thanks|hour|night|nights|week|day|month|year|minute|star|litres?|inch(?:es)?|size|pack|packs"
    r"|boxes|box|bags?|pairs?|copies|calls?|texts?|emails?|options?|steps?|way|ways|point|points|door|speed"
    r"|lane|line|lines|number|numbers|his|her|their|its|any|some|all|both|every|only|long|next|last|fast|main"
    r"|wrong|whole|which|what|where|each)"
)
_CAP = (
    r"(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|(?i:o'|st\.?|la|le|de|del|du|des|los|las|van|of|the"
    r"|on|upon|and)\b ?)"
)
_LOW = rf"(?:(?!{_NO_NAME}\b)[a-z][a-z'’.-]+|\d{{1,3}}(?:st|nd|rd|th))"
_STREETS = re.compile(
    rf"(?<![\w.,/£$€-])(?:{_DIGITS},? {_SIDE}(?:{_CAP} ?){{1,4}}?(?<= ){_KIND}\b(?:(?i: (?:north|south|east"
    r"|west|n|s|e|w|ne|nw|se|sw)\b)| \d{1,4}\b)?\.?"
    rf"|{_NUMBER},? {_SIDE}(?:{_LOW} ){{1,3}}?(?i:{_KINDS})\b(?: (?:{_SPOKEN}|\d{{1,4}}))?"
    rf"|{_SPOKEN} {_SIDE}(?:{_CAP} ?){{1,3}}?(?<= ){_KIND}\b"
    rf"|{_DIGITS} {_SIDE}(?:\d{{1,3}}(?:st|nd|rd|th)|Broadway)\b(?: {_KIND}\b\.?)?"
    rf"|{_DIGITS},? (?:Rue|Via|Viale|Calle|Avenida|Plaza|Piazza|Rua|Camino|Paseo|Carrer|Avenue|Boulevard|Corso"
    r"|Impasse|Chemin) (?:(?:de|des|du|la|le|les|los|las|del|della|da|das|do|dos|di|d'|l') ?){0,2}[A-Z][\w'’-]+(?: "
    r"[A-Z][\w'’-]+)?"
    rf"|\b(?:Rue|Via|Viale|Calle|Avenida|Plaza|Piazza|Rua|Paseo|Carrer|Corso|Chemin) "
    rf"(?:(?:de|des|du|la|le|les|los|las|del|della|da|das|do|dos|di|d'|l') ?){{0,2}}"
    rf"(?:[A-Z][\w'’-]+ ){{1,3}}?{_DIGITS}(?:, \d{{1,2}}[ºª°](?: [a-z]{{3,10}})?)?"
    rf"|{_DIGITS} [A-Z][a-zäöüß]+(?:straße|strasse|str\.|weg|gasse|platz|laan|straat)\b"
    rf"|{_DIGITS} [A-Z][a-z'’]+ (?:of|the|on|de) (?:the )?[A-Z][a-z'’]+|{_DIGITS} [Tt]he [A-Z][a-z]+\b"
    rf"|(?:[A-Z][a-zäöüß]+(?:straße|strasse|str\.|weg|gasse|platz|laan|straat)) {_DIGITS}"
    rf"|(?:[A-Z][A-Za-z'’-]+ ){{1,3}}{_KIND},? (?i:(?:house )?(?:number|no\.?|nr\.?)) {_NUMBER}\b)"
)
_UNITS = (
    r"(?:apt|apartment|flat|unit|suite|ste|room|rm|floor|fl|lot|bldg|building|block|blk|tower|villa|plot"
    r"|bungalow|house|cabin|pitch|berth|dock|apto|piso|dpto|trailer|space|level|condo|studio|penthouse|office|dorm|door|shop|stall"
    r"|number|no)"
)
_ID = (
    r"(?:#?[A-Za-z]?-?\d{1,5}(?:[-/]\d{1,4})?[A-Za-z]?(?!\w)|[A-Z]\b"
    rf"|(?i:{_SAID})(?:[ -](?i:{_SAID})){{0,3}}(?: [a-f]\b)?|[b-hj-z]\b)"
)
_FLAT = (
    rf"(?:\b(?i:{_UNITS})(?:\b\.? ?|(?=\d))(?i:number |no\.? )?{_ID}"
    r"|#\s?[A-Za-z]?\d{1,5}(?:-\d{1,4})?[A-Za-z]?|(?i:(?:top|ground|first|second|third|fourth|fifth"
    r"|basement|upper|lower|garden|middle|rear|front|\d{1,2}(?:st|nd|rd|th))[ -](?:floor|flat"
    r"|level)(?:[ -](?:flat|left|right|apartment|unit))?|lower ground|basement|penthouse|(?:rear|back"
    r"|side) (?:entrance|door|unit)|left[- ]hand (?:door|flat)))"
)
_AHEAD = re.compile(
    rf"(?P<own>(?<![\w-])(?:{_FLAT}|\d{{1,2}}/\d{{1,2}}|(?:[Tt]he )?(?:[A-Z][\w'’-]* ){{1,3}}(?i:{_HOUSES})"
    r"|[Tt]he [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|[A-Z][\w'’-]+ (?:House|Works|Hall)))(?P<gap>[,;]?(?: (?i:on|of"
    r"|in|at|,))? ?)$"
)
_BEHIND = re.compile(
    rf"(?:(?:[,;.]|\.\.\.|…)? ?(?:(?i:and|um|uh|er|sorry|it's|that's|which is|on the|in the|on|,),? ){{0,3}})"
    rf"(?P<own>{_FLAT}|lot \d{{1,4}}|(?:Street|Road|Lane|Phase|Sector) (?:No\.? )?\d{{1,3}}\b"
    rf"|(?:{_KINDS.title()})\b|(?:Care|Nursing|Retirement) (?:Home|Village)|(?i:(?:just )?off "
    rf"[A-Za-z'’-]+(?: [A-Za-z'’-]+){{0,2}} (?:{_KINDS}))"
    r"|(?:[A-Z][\w'’-]* ){1,3}(?:Trailer|Mobile Home|Caravan|Business|Industrial|Trading"
    rf"|Retail)(?: Home)? (?:Park|Estate)(?: {_FLAT})?"
    rf"|(?:[A-Z][\w'’-]* ){{1,3}}{_KIND}\b|(?:[A-Z][\w'’-]* ){{1,3}}(?i:{_HOUSES})\b|[A-Z]{{1,2}}\d[A-Z\d]? "
    r"?\d[A-Z]{2}\b)"
)
_TELLS = (
    r"(?i:neighbou?rs?(?: [a-z]+)? at"
    r"|address(?:ed)?(?: is| was|:| should be| has changed to| to| at)?|(?:live|lives|living|lived|stay"
    r"|stays|staying|reside|resides|based|located|registered)(?: at| on| in)?|moved? (?:to|from|into)"
    r"|moving to|(?:deliver|delivered|ship|shipped|send|sent|post|posted|mail|mailed|bring|forward|return"
    r"|redirect|bill)(?: (?:it|them|that|this|everything|the \w+))? to"
    r"|(?:house|home|flat|place|property|parents'?|mum's|dad's|gran's|boiler|meter|engineer|technician|driver"
    r"|parcel|package|pickup|pick up|collect(?:ion)?|drop(?:ped)? off|visit|installation|neighbour)(?: is"
    r"| are)?(?: at| on| from| to| for)|(?:we're|i'm|we are|i am|she's|he's|they're|it's|its|that's|come|out"
    r"|round|over|went|go|goes|service|line|broadband|internet|wifi|electric|gas|power)(?: out)?(?: at| on"
    r"| to)|house on|address)"
)
_TOLD = re.compile(
    rf"\b{_TELLS}(?:(?: is|:|,| um| uh| er| erm| now| actually| still| the))* "
    rf"?(?P<own>(?:[Tt]he )?{_NUMBER},? (?:(?:{_CAP} ?){{1,4}}(?<! )|{_LOW}(?: {_LOW}){{0,2}} {_KIND}\b)"
    rf"|(?:{_LOW} ){{1,3}}(?i:{_KINDS}|court|way|place|hill)\b|(?:[A-Z][\w'’-]*(?: |, )){{1,3}}{_KIND}\b"
    rf"|(?:[Tt]he )?(?:[A-Z][A-Za-z'’-]+ ){{0,3}}(?i:{_HOUSES})\b(?! (?:shop|branch|store|hotel|pub|office))"
    rf"|(?:the )?(?:{_LOW} ){{1,2}}(?i:house|cottage|farm|farmhouse|lodge|villa|barn|manor|mill|grange|vicarage"
    rf"|rectory|bungalow)\b(?: [a-z']+(?: [a-z']+)? (?i:{_KINDS})\b)?|{_FLAT})"
)
_LODGED = re.compile(
    rf"(?P<own>\b(?:[Tt]he )?(?:[A-Z][A-Za-z'’-]+ ){{1,3}}(?:{_HOUSES.title().replace('|S?', '')}|House|Cottage"
    r"|Farm|Farmhouse|Lodge|Villa|Barn|Manor|Grange|Vicarage|Rectory|Bungalow"
    rf"|Mill), (?:(?:{_NUMBER} )?(?:[A-Z][A-Za-z'’-]+ ){{1,3}}{_KIND}\b|(?i:flat|unit|number|apartment"
    r"|room) \w{1,4}|[A-Z][a-z]+(?=, (?:County|Co\.?) )))"
    rf"|(?P<flat>\b{_FLAT},? (?:in |at |of )?(?:[A-Z][A-Za-z'’-]+ ){{1,3}}(?:House|Hall|Court|Lodge|Towers?"
    rf"|Mansions?|Works|Halls|Residency|Apartments|Building|{_KINDS.title()}|{_WEAK_KINDS.title()})\b)"
    rf"|(?P<room>\b{_FLAT},? {_NUMBER},? (?:{_LOW} |{_CAP} ?){{1,3}}?(?<= )(?i:{_KINDS}|{_WEAK_KINDS}"
    rf"|{_HOUSES})\b)|(?P<lodge>\b(?:the )?(?:{_LOW} )?(?i:house|cottage|farm|lodge|villa|barn|manor|mill"
    rf"|vicarage|rectory) (?:{_LOW} ){{1,2}}(?i:road|lane|street|avenue|drive|close)\b)"
    rf"|(?P<low>\b(?i:flat|apartment|apt|unit) {_ID}, (?:the )?(?:{_LOW} ){{0,2}}{_LOW}, (?:{_LOW} ){{1,2}}(?i:{_KINDS})\b)"
    r"|(?P<next>(?<=\b(?:at|to) )(?:(?i:number|no\.) )\d{1,3}[A-Za-z]?(?=$|[.,!?]| (?:next|opposite|and|please|not)\b))"
    r"|(?P<single>(?<=\b(?:at|to) )\d{1,3}[A-Za-z]? "
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]{3,}(?=$|[.,!?]))"
    r"|(?i:(?:house|cottage|farm|flat|bungalow)(?:'s| is| was) (?:called|named) )(?P<called>(?:[A-Z][\w'’-]+ ?){1,3}(?<! ))"
    rf"|(?P<block>\b{_FLAT},? (?:[A-Z][A-Za-z'’-]+ ){{1,3}}(?:Block|Sector|Phase|Wing|Colony|Enclave) [A-Z\d]{{1,3}}\b)"
    rf"|(?P<number>\b(?i:number|no\.?) {_NUMBER},? (?:{_LOW} |{_CAP} ?){{1,3}}?(?<= )(?i:{_KINDS}|court|way"
    r"|place|hill)\b)"
    r"|(?P<asia>\b(?i:blk|block) \d{1,4}[A-Z]? (?:[A-Z][a-z]+ ){1,4}(?:\d+ )?(?:#\d{2}-\d{2,4})?)"
    r"|(?P<rural>\bRR ?#?\d{1,3},? [Bb]ox \d{1,5})"
    r"|(?P<named>(?<=\b(?:is|at|in|to) "
    r")(?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+, (?:[A-Z][\w'’-]+ ){1,3}(?:Lane|Road|Street|Avenue|Drive|Close"
    r"|Terrace|Grove|Mews|Crescent)\b)"
    rf"|(?i:number(?:'s| is) (?P<parted>{_NUMBER})(?=,? (?:and )?(?:the )?(?:street|road)(?:'s| is|:)))"
    rf"|(?i:moved? from [^.!?]{{3,30}} to )(?P<moved>{_NUMBER} (?:{_LOW} ){{1,3}}?{_KIND}\b)"
    r"|(?i:(?:house|flat|door|apartment|unit|building) (?:number|no\.?|name)(?: is| please)?|number of the "
    rf"house)\W{{1,5}}(?:it's )?(?P<asked>{_NUMBER}\b)"
    r"|(?i:(?:street|road|address line \d|first line|second line|house name)(?: name)?(?: is| was|'s|\?"
    r"|:))\W{1,4}(?P<line>(?:[A-Z][\w'’-]*(?: (?!Address|Town|City|Post|Line|County)|\b)){1,4}"
    rf"|(?:{_LOW} ){{1,2}}(?i:{_KINDS}|{_WEAK_KINDS})\b)"
    rf"|(?P<corner>\b(?i:corner of|junction of) [A-Z][\w'’-]+(?: {_KIND})? and [A-Z][\w'’-]+(?: {_KIND})?)"
)
_BOX = re.compile(r"\b(?i:p\.? ?o\.? ?box|post office box|gpo box|locked bag|private bag) (?:no\.? )?\d{1,7}\b")
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b(?i:(?:post ?code|postal code)(?: is|'s"
    r"|:)? )(?P<own>[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b|\d{4,5}\b|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)"
    r"|\b[A-Z]\d[A-Z] \d[A-Z]\d\b|\b(?i:zip(?: code)?(?: is|'s|:)? )(?P<zip>\d{5}(?:-\d{4})?)\b"
    r"|(?<=\b[A-Z]{2} )\d{5}(?:-\d{4})?\b(?=[.,;!? ]|$)"
)
_FLAT_ALONE = re.compile(
    r"\b(?:[Aa]pt|[Aa]partment|[Ff]lat|[Uu]nit)\.? (?:number |no\.? )?#?(?:\d{1,4}(?:/\d{1,3})?[A-Za-z]?"
    r"|[B-HJ-Z]\d{0,3})\b(?! (?:price|cost|of|per|hours?|days?|GB|pounds|in the|test|exam))"
)
_PUBLIC = re.compile(
    r"\b(?:stores?|branch(?:es)?|shops?|offices?|hotel|restaurant|clinic|hospital|headquarters|head office"
    r"|airport|station|showroom|warehouse|depot|salon|gym|surgery|dealership|outlet|kiosk|counter"
    r"|collection point|pick-?up point|drop-?off point|locker"
    r"|museum|library|service cent(?:er|re)|retail park|our (?:address|location|team)|we(?:'re"
    r"| are) (?:located|based|open)|returns?(?: go)?|registered office|visit us|find us"
    r"|correspondence)\b[^.!?]{0,24}$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:my|i|i'm|customer|your|his|her|home|house|flat|live|lives|she|he|mum's|bill)\b", re.IGNORECASE
)
_TOKEN = re.compile(r"[a-z]+|\d")
_SIGNS = frozenset(re.findall(r"[a-z]+", f"{_KINDS} {_WEAK_KINDS} {_HOUSES} {_UNITS} strasse box bag lot")) | frozenset(
    "0123456789"
)
_HOURS = re.compile(
    r",? (?:which |and |it )?(?:is |it's |we're )?(?:opens?|closes?|closed|branch|store|shop)\b|[,.] (?:open"
    r"|we're open|it opens|it closes)\b",
    re.IGNORECASE,
)


def english_places(text: str) -> Iterator[tuple[int, int]]:
    """`text` in half width, with Latin letters in it; from where to where, some of it twice."""
    if _SIGNS.isdisjoint(_TOKEN.findall(text.lower())):
        return
    for start, end in _cores(text):
        if not _is_public(text, start, end):
            yield from _with_all(text, start, end)


def _cores(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_STREETS, _TOLD, _LODGED, _BOX, _POSTCODE, _FLAT_ALONE):
        for found in pattern.finditer(text):
            start, end = found.span(found.lastgroup or 0)
            yield start, start + len(text[start:end].rstrip(" .,"))


def _with_all(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The flat before the street, and the floor behind it."""
    for _further in range(3):
        ahead = _AHEAD.search(text, max(0, start - 48), start)
        if ahead is None:
            break
        start = ahead.start("own")
    yield start, end
    for _further in range(4):
        behind = _BEHIND.match(text, end)
        if behind is None:
            break
        end = behind.end()
        yield behind.span("own")


def _is_public(text: str, start: int, end: int) -> bool:
    """A shop's, an office's: told before it or behind, and nobody says they live there."""
    before = text[max(0, start - 48) : start]
    is_told = _PUBLIC.search(before) or _HOURS.match(text, end)
    return is_told is not None and not _PRIVATE.search(before)
