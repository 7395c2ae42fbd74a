"""The form of a role card: the customer's part as lines, the check-list in rows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.card import MOST_ITEMS, MOST_TURNS
from hengcai.simulation.rules.values import LONGEST
from hengcai.web.quality.forms import drop_down, text_box
from hengcai.web.simulation.forms import area, counted

PARTS = {
    "persona": _("Who the customer is"), "goal": _("What the customer wants"), "temper": _("Temper and manner"),
    "opening": _("First words"),
}  # fmt: skip
SIDES = {"zh": _("in Chinese"), "en": _("in English")}
SPARE, FACT = 3, "|"


class CardForm(forms.Form):
    turns = forms.IntegerField(
        label=_("Maximum turns of the agent with the simulated customer"), min_value=1, max_value=MOST_TURNS,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )  # fmt: skip
    facts_zh = forms.CharField(
        label=_("What the customer knows, in Chinese"), required=False, widget=area(5, maxlength=LONGEST * 5),
        help_text=_("One fact per line. After a |, write when it may come out, for example: The code is 3321 | when asked for it."),
    )  # fmt: skip
    facts_en = forms.CharField(
        label=_("What the customer knows, in English"), required=False, widget=area(5, maxlength=LONGEST * 5)
    )
    edit_count = counted()

    def __init__(self, data, *, initial, competencies, n_items):
        super().__init__(data, initial=initial)
        for name, label in PARTS.items():
            for side, tongue in SIDES.items():
                self.fields[f"{name}_{side}"] = forms.CharField(
                    label=f"{label} · {tongue}", required=False, max_length=LONGEST, widget=area(2)
                )
        self.places = range(min(n_items + SPARE, MOST_ITEMS))
        for place in self.places:
            self._offer_item(place, [("", "—"), *competencies])

    def _offer_item(self, place, competencies):
        self.fields[f"i{place}_code"] = forms.CharField(
            label=_("Code"), required=False, max_length=40, widget=text_box()
        )
        self.fields[f"i{place}_competency"] = forms.ChoiceField(
            label=_("Competency"), required=False, choices=competencies, widget=drop_down()
        )
        for side, tongue in SIDES.items():
            self.fields[f"i{place}_{side}"] = forms.CharField(
                label=_("What the agent does") + f" · {tongue}", required=False, max_length=LONGEST, widget=area(2)
            )
        self.fields[f"i{place}_says"] = forms.CharField(
            label=_("Phrases that suggest “done”, separated by ;"),
            required=False,
            max_length=500,
            widget=text_box(),
        )
        self.fields[f"i{place}_critical"] = forms.BooleanField(
            label=_("Must not be missed"),
            required=False,
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        )

    @property
    def part_fields(self):
        return [self[f"{name}_{side}"] for name in PARTS for side in SIDES] + [self["facts_zh"], self["facts_en"]]

    @property
    def rows(self):
        names = ("code", "competency", "zh", "en", "says", "critical")
        return [(place + 1, [self[f"i{place}_{name}"] for name in names]) for place in self.places]


def initial_of(kept):
    customer = kept.get("customer") or {}
    found = {"turns": kept.get("turns", 12)}
    for side in SIDES:
        found |= {f"{name}_{side}": customer.get(name, {}).get(side, "") for name in PARTS}
        found[f"facts_{side}"] = "\n".join(_fact_line(one, side) for one in customer.get("facts", []))
    for place, one in enumerate(kept.get("checklist", [])):
        found |= {
            f"i{place}_code": one["id"], f"i{place}_competency": one["competency"], f"i{place}_zh": one["text"]["zh"],
            f"i{place}_en": one["text"]["en"], f"i{place}_says": "; ".join(one.get("says", [])),
            f"i{place}_critical": bool(one.get("critical")),
        }  # fmt: skip
    return found


def card_posted(chosen, places):
    """The parts of a definition that this form holds."""
    customer = {name: {side: chosen[f"{name}_{side}"].strip() for side in SIDES} for name in PARTS}
    items = [one for place in places if (one := _item(chosen, place))]
    return {"turns": chosen["turns"], "customer": {**customer, "facts": _facts(chosen)}, "checklist": items}


def _item(chosen, place):
    code, texts = chosen[f"i{place}_code"].strip(), {side: chosen[f"i{place}_{side}"].strip() for side in SIDES}
    if not code and not any(texts.values()):
        return None
    says = [one.strip() for one in chosen[f"i{place}_says"].replace("；", ";").split(";") if one.strip()]
    return {
        "id": code or f"item_{place + 1}", "text": texts, "competency": chosen[f"i{place}_competency"],
        "critical": chosen[f"i{place}_critical"], "says": says,
    }  # fmt: skip


def _facts(chosen):
    zh, en = ([one for one in chosen[f"facts_{side}"].splitlines() if one.strip()] for side in SIDES)
    if zh and en and len(zh) != len(en):
        raise NotValid("simulation.facts_uneven")
    rows = []
    for place in range(max(len(zh), len(en))):
        parts = {side: _split(lines[place]) if lines else ("", "") for side, lines in (("zh", zh), ("en", en))}
        rows.append(
            {
                "text": {side: one[0] for side, one in parts.items()},
                "when": {side: one[1] for side, one in parts.items()},
            }
        )
    return rows


def _split(line):
    text, _sign, when = line.replace("｜", FACT).partition(FACT)
    return text.strip(), when.strip()


def _fact_line(one, side):
    text, when = one["text"].get(side, ""), one.get("when", {}).get(side, "")
    return f"{text} {FACT} {when}" if when else text
