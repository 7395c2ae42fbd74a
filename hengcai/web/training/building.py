"""Forms that write a course piece by piece. Lists are typed one a line, Chinese and English side by side."""

from itertools import zip_longest
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.training.rules.course_shape import AUDIENCES, CHECKS, LAYERS, METHODS, MODULES, PHASES, TIERS
from hengcai.web.assessment.forms import area
from hengcai.web.quality.forms import drop_down, text_box, words_of
from hengcai.web.shell.says import word

LEVELS = [("", "–"), *((str(one), str(one)) for one in range(1, 6))]
TEXTS = ("aim", "body", "exercise", "captions", "transcript")
REACHES = 4  # rows of competencies offered


def _both(label, field):
    """Two fields of one text."""
    return {
        "zh": field(_("%(label)s (Chinese)") % {"label": label}),
        "en": field(_("%(label)s (English)") % {"label": label}),
    }


def _line(label):
    return forms.CharField(label=label, required=False, max_length=200, widget=text_box())


def _lines(label):
    return forms.CharField(label=label, required=False, widget=area(4))


def _long(label):
    return forms.CharField(label=label, required=False, widget=area(12, maxlength=20000))


def _captions(label):
    attributes = {"maxlength": 200000, "placeholder": "WEBVTT\n\n00:00.000 --> 00:04.000\n…", "spellcheck": "false"}
    return forms.CharField(label=label, required=False, widget=area(4, **attributes), strip=False)


class Writing(forms.Form):
    """Fields come in pairs NAME_zh, NAME_en; `written` puts them together again."""

    def add_pair(self, name, label, field):
        for side, made in _both(label, field).items():
            self.fields[f"{name}_{side}"] = made

    def choose(self, name, label, choices, *, several=False):
        widget: Any = forms.CheckboxSelectMultiple if several else drop_down()
        kind = forms.MultipleChoiceField if several else forms.ChoiceField
        self.fields[name] = kind(label=label, required=False, widget=widget, choices=list(choices))

    def pair(self, name):
        return {side: self.cleaned_data.get(f"{name}_{side}", "").strip() for side in ("zh", "en")}

    def pairs(self, name):
        sides = [self.pair(name)[side].splitlines() for side in ("zh", "en")]
        rows = [{"zh": zh.strip(), "en": en.strip()} for zh, en in zip_longest(*sides, fillvalue="")]
        return [one for one in rows if one["zh"] or one["en"]]


def paired(name, pair):
    """Initial values of one text."""
    return {f"{name}_{side}": (pair or {}).get(side, "") for side in ("zh", "en")}


def lined(name, pairs):
    """Initial values of a list of texts."""
    return {f"{name}_{side}": "\n".join(one.get(side, "") for one in pairs) for side in ("zh", "en")}


class HeadForm(Writing):
    """What stands on the cover: title, shelf, for whom, from which level to which."""

    edit_count = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, initial=None, competencies, is_new=False):
        super().__init__(data, initial=initial)
        if is_new:
            self.fields["code"] = _line(_("Code"))
            self.fields["code"].help_text = _("Lower-case letters, digits and _.")
        self.add_pair("title", _("Title"), _line)
        self.choose("module", _("Module"), words_of("training.module", MODULES))
        self.choose("tier", _("Tier"), words_of("training.tier", TIERS))
        self.choose("audience", _("Audience"), words_of("training.audience", AUDIENCES), several=True)
        self.fields["hours"] = _line(_("Training hours"))
        self.fields["repeats_after_months"] = _line(_("Refresher after months (empty: none)"))
        for place in range(1, REACHES + 1):
            self.choose(f"competency_{place}", _("Competency"), [("", "–"), *competencies])
            self.choose(f"from_{place}", _("from level"), LEVELS)
            self.choose(f"to_{place}", _("to level"), LEVELS)

    def written(self):
        given = self.cleaned_data
        rows = [(given[f"competency_{n}"], given[f"from_{n}"], given[f"to_{n}"]) for n in range(1, REACHES + 1)]
        return {
            "title": self.pair("title"), "module": given["module"], "tier": given["tier"], "audience": given["audience"],
            "hours": given["hours"].strip() or "1", "repeats_after_months": _number(given["repeats_after_months"]),
            "competencies": [
                {"code": code, "from": _number(low), "to": _number(high)} for code, low, high in rows if code
            ],
        }  # fmt: skip


def head_of(definition):
    found = {name: definition[name] for name in ("module", "tier", "audience", "hours", "repeats_after_months")}
    for place, one in enumerate(definition["competencies"][:REACHES], start=1):
        found |= {f"competency_{place}": one["code"], f"from_{place}": one["from"], f"to_{place}": one["to"]}
    return found | paired("title", definition["title"])


class StandardForm(Writing):
    """课程标准: aims at four layers, how it runs, its outline, how it is checked."""

    edit_count = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, initial=None, topics=3):
        super().__init__(data, initial=initial)
        self.topics = topics
        for layer in LAYERS:
            self.add_pair(f"aims_{layer}", word(f"training.layer.{layer}"), _lines)
        self.choose("methods", _("Methods"), words_of("training.method", METHODS), several=True)
        self.add_pair("trainer", _("Qualification of the trainer"), _line)
        self.add_pair("materials", _("Materials"), _lines)
        for phase in PHASES:
            self.fields[f"minutes_{phase}"] = _line(_("%(what)s: minutes") % {"what": word(f"training.phase.{phase}")})
            self.add_pair(f"what_{phase}", word(f"training.phase.{phase}"), _line)
        for place in range(1, topics + 1):
            self.add_pair(f"topic_{place}", _("Topic %(n)s") % {"n": place}, _line)
            self.add_pair(f"points_{place}", _("Points of topic %(n)s") % {"n": place}, _lines)
            self.add_pair(f"exercise_{place}", _("Exercise of topic %(n)s") % {"n": place}, _line)
        for kind in CHECKS:
            name = word(f"training.check.{kind}")
            self.add_pair(f"way_{kind}", _("%(what)s: how") % {"what": name}, _line)
            self.add_pair(f"looked_{kind}", _("%(what)s: what is looked at") % {"what": name}, _lines)
            self.add_pair(f"pass_{kind}", _("%(what)s: enough when") % {"what": name}, _line)

    def written(self):
        return {
            "aims": {layer: self.pairs(f"aims_{layer}") for layer in LAYERS},
            "methods": self.cleaned_data["methods"], "trainer": self.pair("trainer"), "materials": self.pairs("materials"),
            "phases": [one for one in map(self._phase, PHASES) if one],
            "topics": [one for one in map(self._topic, range(1, self.topics + 1)) if one],
            "checks": [one for one in map(self._check, CHECKS) if one],
        }  # fmt: skip

    def _phase(self, kind):
        what, minutes = self.pair(f"what_{kind}"), _number(self.cleaned_data[f"minutes_{kind}"])
        return {"kind": kind, "minutes": minutes, "what": what} if minutes or any(what.values()) else None

    def _topic(self, place):
        title, exercise = self.pair(f"topic_{place}"), self.pair(f"exercise_{place}")
        if not any(title.values()):
            return None
        more = {"exercise": exercise} if any(exercise.values()) else {}
        return {"title": title, "points": self.pairs(f"points_{place}"), **more}

    def _check(self, kind):
        way, enough = self.pair(f"way_{kind}"), self.pair(f"pass_{kind}")
        if not any([*way.values(), *enough.values()]):
            return None
        return {"kind": kind, "way": way, "points": self.pairs(f"looked_{kind}"), "pass": enough}


def standard_of(standard):
    """Initial values of the form."""
    found = (
        {"methods": standard["methods"]}
        | paired("trainer", standard["trainer"])
        | lined("materials", standard["materials"])
    )
    for layer in LAYERS:
        found |= lined(f"aims_{layer}", standard["aims"].get(layer, []))
    for one in standard["phases"]:
        found |= {f"minutes_{one['kind']}": one["minutes"]} | paired(f"what_{one['kind']}", one["what"])
    for place, one in enumerate(standard["topics"], start=1):
        found |= paired(f"topic_{place}", one["title"]) | lined(f"points_{place}", one["points"])
        found |= paired(f"exercise_{place}", one.get("exercise"))
    for one in standard["checks"]:
        kind = one["kind"]
        found |= (
            paired(f"way_{kind}", one["way"])
            | lined(f"looked_{kind}", one["points"])
            | paired(f"pass_{kind}", one["pass"])
        )
    return found


class LessonForm(Writing):
    """One lesson: what it aims at, its text in Markdown, something to do, and what it asks at its end."""

    edit_count = forms.IntegerField(required=False, widget=forms.HiddenInput)

    takes_file = True

    def __init__(self, data, *, initial=None, questions=(), files=()):
        super().__init__(data, initial=initial)
        self.kinds = {one.name: one.kind for one in files}
        if initial and initial.get("kind") == "scorm":  # its package is chosen on the package's own page, and kept here
            self.kinds[initial["media"]] = "scorm"
        self.add_pair("title", _("Title"), _line)
        self.fields["minutes"] = _line(_("Length in minutes"))
        self.add_pair("aim", _("Aim: what one can do after it"), _line)
        self.add_pair("body", _("Text (Markdown)"), _long)
        self.add_pair("exercise", _("Exercise"), _lines)
        self.choose("check", _("Questions at the end"), questions, several=True)
        self.choose(
            "media", _("Video, audio or file"), [("", _("none (text only)")), *((name, name) for name in self.kinds)]
        )
        self.add_pair("captions", _("Captions (WebVTT)"), _captions)
        self.add_pair("transcript", _("Transcript"), _long)

    def written(self, kept, upload=None):
        """What the form does not show stays as it was. `upload`: a file sent along, which then is the lesson's; what kind
        of lesson it is follows from its file."""
        media = upload.name if upload else self.cleaned_data["media"]
        without = kept.get("kind", "text") if kept.get("kind") in ("quiz", "scenario") else "text"
        kind = upload.kind if upload else self.kinds.get(media, without)
        texts = {name: self.pair(name) for name in TEXTS}
        found = {name: pair for name, pair in texts.items() if any(pair.values())}
        kept = {name: value for name, value in kept.items() if name not in texts}
        return kept | {
            "title": self.pair("title"), "minutes": _number(self.cleaned_data["minutes"]) or 5,
            "check": self.cleaned_data["check"], "media": media, "kind": kind, **found,
        }  # fmt: skip


def lesson_of(lesson):
    found = {"minutes": lesson["minutes"], "check": lesson["check"], "media": lesson["media"], "kind": lesson["kind"]}
    for name in ("title", *TEXTS):
        found |= paired(name, lesson.get(name))
    return found


def _number(text):
    text = str(text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else (text or None)
