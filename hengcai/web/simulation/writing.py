"""Between the form of one node and its definition: a line of text is a line that is said, or a way it goes on."""

import re

from hengcai.base.errors import NotValid
from hengcai.base.say import text_of
from hengcai.simulation.rules.scenario import SPEAKERS

LETTERS = "abcd"
CHOICES, GOES, END = "choices", "goes", "end"
WAY = re.compile(r"(?:(flag|score) +(\w+)((?: *(?:>=|<) *-?[\d/.]+){1,2}) *)?> *(\w+)")
BOUND = re.compile(r"(>=|<) *(-?[\d/.]+)")
BOUNDS = {">=": "at_least", "<": "below"}
SPOKEN = re.compile(r"\s*([^:：]{1,12})[:：]\s*(.*)")
FLAG = re.compile(r"(\w+) +(-?\d)")
NAMES = {text_of(f"simulation.who.{one}", tongue).lower(): one for one in SPEAKERS for tongue in ("zh", "en")}


def node_posted(chosen, competencies):
    """What is not of the chosen kind is left out."""
    node = {"says": _says(chosen)}
    if chosen["kind"] == CHOICES:
        node["choices"] = [one for letter in LETTERS if (one := _choice(chosen, letter, competencies))]
    if chosen["kind"] == GOES:
        node["goes"] = [_way(line) for line in chosen["goes"].splitlines() if line.strip()]
    if chosen["kind"] == END:
        node["end"] = {"kind": chosen["end_kind"], "text": _both(chosen, "end")}
    return node


def initial_of(node, competencies):
    says = node.get("says", [])
    found = {
        "kind": next((kind for kind in (CHOICES, GOES, END) if node.get(kind)), CHOICES),
        "says_zh": "\n".join(f"{one['who']}: {_flat(one['text'].get('zh', ''))}" for one in says),
        "says_en": "\n".join(f"{one['who']}: {_flat(one['text'].get('en', ''))}" for one in says),
        "goes": "\n".join(_way_written(one) for one in node.get("goes", [])),
    }  # fmt: skip
    if end := node.get("end"):
        found |= {"end_kind": end["kind"], "end_zh": end["text"].get("zh", ""), "end_en": end["text"].get("en", "")}
    for letter, one in zip(LETTERS, node.get("choices", []), strict=False):
        found |= {f"{letter}_{key}": value for key, value in _choice_written(one, competencies).items()}
    return found


def _choice_written(one, competencies):
    text, feedback = one["text"], one.get("feedback", {})
    return {
        "text_zh": text.get("zh", ""), "text_en": text.get("en", ""), "to": one["to"],
        "feedback_zh": feedback.get("zh", ""), "feedback_en": feedback.get("en", ""),
        "sets": ", ".join(f"{flag} {step}" for flag, step in one.get("sets", {}).items()),
        **{f"mark_{code}": one.get("marks", {}).get(code, "") for code in competencies},
    }  # fmt: skip


def _says(chosen):
    zh, en = ([line for line in chosen[f"says_{side}"].splitlines() if line.strip()] for side in ("zh", "en"))
    if zh and en and len(zh) != len(en):
        raise NotValid("simulation.lines_uneven")
    rows = []
    for place in range(max(len(zh), len(en))):
        who_zh, text_zh = _line(zh[place]) if zh else ("", "")
        who_en, text_en = _line(en[place]) if en else ("", "")
        rows.append({"who": who_zh or who_en or "customer", "text": {"zh": text_zh, "en": text_en}})
    return rows


def _line(line):
    """Who speaks stands before a colon; what has nobody before it is the customer's."""
    read = SPOKEN.fullmatch(line.rstrip())
    head = read[1].strip().lower() if read else ""
    who = head if head in SPEAKERS else NAMES.get(head, "")
    return (who, read[2]) if read and who else ("", line.strip())


def _choice(chosen, letter, competencies):
    text = _both(chosen, f"{letter}_text")
    to = chosen[f"{letter}_to"].strip()
    if not to and not any(text.values()):
        return None
    marks = {code: share for code in competencies if (share := chosen[f"{letter}_mark_{code}"])}
    made = {"id": letter, "text": text, "to": to, "marks": marks, "feedback": _both(chosen, f"{letter}_feedback")}
    sets = _sets(chosen[f"{letter}_sets"])
    return {**made, "sets": sets} if sets else made


def _sets(typed):
    found = {}
    for part in filter(None, (one.strip() for one in typed.replace("，", ",").split(","))):
        read = FLAG.fullmatch(part)
        if read is None:
            raise NotValid("simulation.sets_unread", text=part)
        found[read[1]] = int(read[2])
    return found


def _way(line):
    read = WAY.fullmatch(line.strip())
    if read is None:
        raise NotValid("simulation.line_unread", text=line.strip())
    kind, name, bounds, to = read.groups()
    if kind is None:
        return {"to": to}
    return {"when": {kind: name, **{BOUNDS[sign]: bound for sign, bound in BOUND.findall(bounds)}}, "to": to}


def _way_written(one):
    when = one.get("when")
    if not when:
        return f"> {one['to']}"
    kind = "flag" if when.get("flag") else "score"
    bounds = " ".join(f"{sign} {when[name]}" for sign, name in BOUNDS.items() if name in when)
    return f"{kind} {when[kind]} {bounds} > {one['to']}"


def _both(chosen, name):
    return {side: chosen[f"{name}_{side}"].strip() for side in ("zh", "en")}


def _flat(text):
    """One line of the form is one line that is said."""
    return " ".join(text.splitlines())
