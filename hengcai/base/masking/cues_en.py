"""What stands around English names, and what only looks like them."""

import re

from hengcai.base.masking.name_lists import words

_KIN = (
    r"(?:husband|wife|son|daughter|mother|father|mum|mom|mam|dad|brother|sister|partner|friend|neighbou?r"
    r"|room ?mate|flat ?mate|colleague"
    r"|uncle|auntie?|grand(?:mother|father|ma|pa|son|daughter|dad)|nana?|fianc[eé]e?|boss|cousin|nephew|niece"
    r"|boyfriend|girlfriend"
    r"|carer|landlord|landlady|tenant|lodger|ex|(?:mother|father|sister|brother|son|daughter)-in-law"
    r"|step(?:son|daughter|father|mother|dad|mum)|assistant|secretary|kid|child|twins?|baby|late husband|late "
    r"wife)"
)
_HOLDER = (
    r"(?:(?:card|account|policy|lease|title|bill|licen[cs]e|key) ?holders?|(?:lead |main )?(?:passenger|guest"
    r"|traveller|driver|applicant|tenant|patient|student|member|payee|payer|recipient|sender|beneficiary"
    r"|claimant|complainant|caller|customer|subscriber|buyer|seller|contact|addressee|attendee|booker|occupant"
    r"|resident|client)s?(?: \d+)?)"
)
_OF_NAME = (
    r"(?:full |first |last |middle |maiden |married |legal |given |family |real |proper |sur|christian "
    r"|account |new |old |second |billing |delivery )?name"
)
_IS = (
    r"(?:(?: is|'s| was|:| -| should be| would be| will be| reads?| goes| must be)(?: (?:now|actually|still"
    r"|spelled|spelt|supposed to be|under|down as|listed as|recorded as|just|like|um|uh|er))*:?|,)"
)
# a name must follow
SURE = re.compile(
    r"\b(?:(?:(?:[mM]y|[hH]is|[hH]er|[tT]heir|[tT]he|[oO]ur|[yY]our|[wW]hose|[cC]ustomer|[pP]atient|[aA]ccount"
    rf"|[gG]uest|[cC]aller|[cC]lient|'s|s) )?(?i:{_OF_NAME}){_IS}"
    rf"|(?i:{_OF_NAME}) (?:on|for|of|in) (?:the |my |this |that )?[a-z ]{{2,16}}?{_IS}|(?:[uU]nder|[bB]y"
    r"|[iI]n)(?: the)? name(?: of)?,?|(?:[iI]n|[uU]nder) the (?:sur)?name(?: of)?"
    r"|(?i:name'?s|sur ?name|first name|last name|full name|family name|guest name|passenger name|account name"
    r"|cardholder name)"
    rf"|(?i:{_HOLDER})(?:'s)?(?: name)?(?: is| was|'s|:|;)(?: called| named| a| my (?:{_KIN}),?)?"
    r"|(?i:registered (?:to|under)|listed under|booked (?:under|for|by)|(?:account|booking|order|reservation"
    r"|ticket|policy|name|that|it|should) ?(?:is|be|'s|was)?(?: listed| booked| registered)? ?under(?: (?:the"
    r"|my|his|her) (?:sur)?name(?: of)?)?|account under|it's under|filed under|(?:put|have|got|is|find) (?:it"
    r"|this|me|that|us)(?: down)? under)"
    r"|(?i:signed(?: for)?(?: by)?:?|call(?:s|ed)? (?:me|him|her)"
    r"|(?:every(?:one|body)|people|they|friends|they all) (?:just )?(?:says?|calls? me|know me as)"
    r"|[iI] go by|goes by|answers to|known as"
    r"|attn:?|attention:?"
    r"|fao:?|(?:ship|deliver|bill|send|sold|dispatch|mail) to:"
    r"|(?:who am i speaking (?:to|with)|who is (?:calling|speaking)|may i (?:ask|have|take) (?:who is calling|your name))\?"
    r"(?: it's| this is)?"
    r"|reservation for|booking for"
    r"|c/o|care of|yours (?:sincerely|truly|faithfully),?|(?:kind |best |warm "
    r"|many )?regards,?|sincerely,?|best wishes,?)"
    r"|(?i:spell(?:ed|t)? (?:my name |it )(?:wrong,? )?(?:it's)?)|[tT]icket: customer|(?i:customer|caller"
    r"|client|tenant|patient|claimant|occupier|contact|name)\s?:)\s{1,2}(?:(?:is|it's|its|um|uh|er|erm"
    r"|that's|just|also|like|actually|my|a),? )?"
)
# a name may follow
LIKELY = re.compile(
    r"\b(?i:(?:this is|it's|its|it is|i'm|i am|im|here is|that's|that is|thats|there's|you're|was it|is it"
    r"|is this|is that|are you|he's|she's|who's|hello it's|me)(?: also| just| actually| um| uh| erm)?"
    rf"|(?:my|his|her|our|their|the|your|an?|with|late) {_KIN}(?:'s name)?(?: is| is called|'s called| named"
    r"| called|,)?|(?:brother|sister|husband|wife|son|daughter|neighbou?r)"
    r"|(?:speak(?:ing)?|spoke|talk(?:ing)?|chat(?:ting)?) (?:with|to)|ask for"
    rf"|(?:on )?behalf of(?: my {_KIN},?)?|called|named|for|to|from|with|dear|deliver(?:ed)? to|addressed to"
    r"|tell|ask(?:ed)?|remind|contact|reach|visit(?:ing)?|about|have|got|showing|call you|by"
    rf"|(?:the )?{_HOLDER}|gift for|parcel for|package for|is|not|see|meet|let|hi|hello|hey|thanks|thank you"
    r"|cheers|yes|okay|ok|sorry|welcome|morning|afternoon|evening|bye|right|well|oh|no|um|uh|so|add|remove"
    r"|swap|change it to)[,:.!]? $"
)
CERTAIN_ENOUGH = re.compile(
    rf"(?i:this is|it's|its|it is|i'm|i am|im|here is|that's|{_KIN}(?:'s name)?(?: is| is called|'s called"
    r"| named| called|,)?|(?:send|deliver|ship|post|give|address|hand|return|forward) (?:it|them|this|that"
    r"|one) (?:to|for)|for mr|listed as|to speak to|speak to|spoke (?:with|to)|speaking (?:with|to)|ask(?:ed)?(?: for)?|tell"
    rf"|behalf of|named|addressed to|{_HOLDER}|dear|call you)[,:]? $"
)
# a name of two words that no list has may well follow
HANDED = re.compile(
    r"(?i:(?:parcel|package|letter|cheque|check|payment|transfer|refund|money|gift)(?: (?:went|was sent|was paid|is"
    r"|goes|going|belongs|made out|payable))? (?:to|for)|(?:made out|payable|(?:money|it|that) (?:went|was sent"
    r"|was paid)) to) $"
)
# and where what stands behind it bears it out
PUT = re.compile(r"(?i:put|add|remove|(?:yesterday|earlier|today|this morning|last (?:week|night|month)|days? ago),) $")
PUT_BEHIND = re.compile(r"[,.]|$| (?:as|on|to|onto|down|off|from)\b")
MY_KIN = re.compile(rf"(?i:my|his|her|our) (?i:{_KIN}) $")
AFTER_KIN = words("when who at is was will has if")
# whoever takes a thing in at the desk is not of the desk
TAKEN = re.compile(r"(?i:signed(?: for)?|collected|received|accepted|taken in|picked up) by:? $")
TITLED = re.compile(
    r"\b(?i:mr|mrs|ms|miss|mx|dr|prof|professor|mister|missus|sir|madam|lady|lord|rev|reverend|father|sister)\b\.? "
)
HIGH_TITLE = re.compile(r"(?i:mr|mrs|ms|mx|dr|prof|mister|missus)\.? $")
HAVING = re.compile(r"(?i:have|got) $")
CALLING = re.compile(
    r",? (?:(?:is )?(?:calling|speaking|here|phoning|ringing|again|on the line|on behalf))\b", re.IGNORECASE
)
OPENS = re.compile(
    r"(?:(?<![^.!?,;:\n ])|(?<=[.!?,;:\n] ))(?=[A-Za-z'’-]+(?: [A-Za-z'’-]+){0,2},? (?:here|speaking|calling"
    r"|phoning|ringing)\b)",
    re.IGNORECASE,
)
FAREWELL = re.compile(
    r"(?i:(?<=thanks)|(?<=thank you)|(?<=cheers)|(?<=best)|(?<=love)|(?<=yours)|(?<=again)|(?<=thanks,)"
    r"|(?<=you,)|(?<=cheers,)"
    r"|(?<=best,)|(?<=love,)|(?<=again,)|(?<=thanks.)|(?<=yours,))\s(?=\S+(?: \S+)?[ .!]*$)"
)
# nobody's name begins with these, and none goes on with them
CLOSED = words(
    "date siri cortana alexa a an and as at but correct from here i in is it listed missing my not now of on or sorry still that the "
    "this to under what wrong really good fine great just so very going "
    "calling about for with yes no one all too also his her our your their mine yours same different hard "
    "easy okay there then when where who why how because if by be been being was were are am do does did "
    "has have had can could would shall should might must let get got put me him them us he she they we you "
    "its it's i'm i've that's what's don't can't won't please thanks thank hello hi hey sure yeah "
    "ok well oh um uh erm er actually maybe only first last new old mr mrs ms miss dr sir madam ma'am monday "
    "tuesday wednesday thursday friday saturday sunday january february march july august september october "
    "november december english american british chinese spanish french german indian irish canadian "
    "australian account address any both each every some these those next two three four five six seven "
    "eight nine ten "
    "reception concierge security porter "
    "like want need know see look hold wait nothing something anything everything someone nobody regarding"
)
MODAL = words("will may so do long bill mark")  # names that mostly are none
# names that the lists know as words only
ALSO_NAMES = words(
    "will bill mark rudy wren rusty dusty sunny sandy misty ginger poppy olive willow jasper reed gene "
    "pat art cliff dale drew glen grant heath jay miles nick norm pierce rex rob roman skip ted tucker wade ward "
    "clay rocky buddy ivy fern hazel pearl opal joy hope faith honey candy penny bunny carol"
)
PARTICLES = words("van von de der den del della di da dos du la le bin al ibn bint mac ter ten st")
NO_LAST = words(
    "street st road rd avenue ave lane drive court way square place park hotel inn bank hospital school "
    "college university airport station day city county river lake island hall house store shop market "
    "center centre card "
    "plan insurance company inc ltd restaurant cafe bridge church museum theatre theater stadium beach bay "
    "building tower pro plus jacket boots mower account debit gardens close crescent terrace grove mews "
    "estate cottage farm "
    "branch office clinic library arena gallery galleries apartments residence towers mall plaza resort "
    "airlines airways collection edition perfume watch bag shoes trainers jeans shirt dress whisky whiskey "
    "tour concert show "
    "album book books series movie film song tickets prize award foundation trust institute hub pass pay "
    "wallet mobile broadband energy water gas electric power network wireless health care dental pharmacy"
)
BRANDS = re.compile(
    r"\b(?:dr\.? (?:martens?|pepper|oetker|dre|who|scholl'?s?|bronner'?s?)"
    r"|mr\.? (?:kipling|muscle|sheen|bean|clean|potato|darcy|men)"
    r"|mrs\.? (?:hinch|brown's|crimble'?s?|meyer'?s?|doubtfire|bectons?)"
    r"|papa john'?s?|john (?:deere|lewis|smith's|frieda)|ralph lauren|charles (?:schwab"
    r"|tyrwhitt|de gaulle)|calvin klein|tommy hilfiger|hugo boss|marc jacobs|donna karan|ray ?bans?|laura "
    r"ashley"
    r"|michael (?:kors|jordan|jackson)|kate spade|paul smith|ted baker|fred perry|morgan stanley|philip morris"
    r"|jo malone|thomas cook|johnnie walker|harley[- ]davidson|ben (?:&|and) jerry'?s?|charlotte tilbury"
    r"|jamie oliver|gordon ramsay"
    r"|marks (?:&|and) spencer|harry (?:potter|styles)|taylor swift|jack daniel'?s?|mary (?:kay|berry)"
    r"|jimmy choo|george foreman|louis vuitton|christian (?:dior|louboutin)|ed sheeran|vera wang|wells fargo"
    r"|sara lee|betty crocker|uncle ben'?s?|aunt bessie'?s?"
    r"|james (?:bond|dyson)|henry hoover|martin luther|russell hobbs|neal'?s yard|stella (?:mccartney|artois)"
    r"|oscar de|tiffany (?:&|and)|victoria'?s? (?:secret|line|station|beckham)|austin (?:powers|martin)"
    r"|aston martin|royal mail|jane norman|karen millen"
    r"|peter jones|fortnum mason|bath (?:&|and) body|trader joe'?s?|papa john'?s?|wendy'?s|domino'?s"
    r"|mcdonald'?s|sainsbury'?s?|samuel adams|jim beam|captain morgan|steve madden|kenneth cole|dolly parton"
    r"|elizabeth (?:arden|line|ii)|lloyds?|barclays?)\b",
    re.IGNORECASE,
)
STAFF_BEFORE = re.compile(
    r"(?i:thank(?:s| you) for (?:calling|contacting|choosing|phoning)|welcome to|you(?:'re| are) (?:through to"
    r"|speaking (?:to|with)|chatting with)|you(?:'ve| have) (?:reached|come through to)"
    r"|transfer(?:ring)? you to|our (?:agent|engineer|manager|advis[eo]r|technician|team)"
    r"|agent|supervisor|engineer|technician|advis[eo]r|your (?:agent|account manager"
    r"|advis[eo]r))\b[^.!?\n]{0,40}[.,!]?[^.!?\n]{0,24}$"
)
STAFF_AFTER = re.compile(
    r"(?i:,? (?:from|in|at|with) (?:customer|tech|technical|support|billing|sales|claims|accounts"
    r"|the (?:\w+ )?(?:team|department|desk|bank|office|help ?desk)|[a-z]+ (?:support|services?|care|team"
    r"|department))\b"
    r"|[,.]?(?: and)?(?: i| how| what)(?:'ll| will| can| may|'d)? ?(?:be )?(?:i |we )?(?:help|assist|helping"
    r"|assisting|looking after|do for you)\b|[,.]? (?:your|an?|the) (?:agent|advis[eo]r|virtual|assistant"
    r"|chatbot|representative|operator|engineer|supervisor|manager)\b)"
)
