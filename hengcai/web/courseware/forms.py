"""Shapes of what the pages of packages take."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hengcai.courseware.queries.runs import RunFilter
from hengcai.web.quality.forms import drop_down, text_box
from hengcai.web.shell.numbers import whole

LONGEST = 200


class LessonForm(forms.Form):
    """Which draft it goes into, and what the lesson is called there."""

    def __init__(self, data, *, package, courses):
        initial = {"title_zh": package.title, "title_en": "", "minutes": 30}
        super().__init__(data, initial=initial)
        self.package, self.courses = package, {str(one.pk): one for one in courses}
        choices = [("", "–"), *((pk, str(one.title)) for pk, one in self.courses.items())]
        self.fields["course"] = forms.ChoiceField(
            label=_("Draft course"), choices=choices, widget=drop_down(), required=False
        )
        for name, label in (
            ("title_zh", _("Title of the lesson (Chinese)")),
            ("title_en", _("Title of the lesson (English)")),
        ):
            self.fields[name] = forms.CharField(label=label, required=False, max_length=LONGEST, widget=text_box())
        self.fields["minutes"] = forms.CharField(label=_("Length in minutes"), required=False, widget=text_box())

    def course(self):
        return self.courses.get(self.data.get("course", ""))

    def lesson(self, others):
        """As a course writes it."""
        codes = {one["code"] for one in others}
        code = next(f"package_{n}" for n in range(1, len(codes) + 2) if f"package_{n}" not in codes)
        title = {side: self.data.get(f"title_{side}", "").strip() for side in ("zh", "en")}
        if not any(title.values()):
            title["zh"] = self.package.title
        minutes = whole(self.data.get("minutes", "")) or 30
        return {"code": code, "kind": "scorm", "title": title, "minutes": minutes, "media": self.package.code}


class PeopleForm(forms.Form):
    word = forms.CharField(label=_("Name or number"), required=False, max_length=80, widget=text_box())
    is_open = forms.BooleanField(label=_("Not done yet"), required=False)

    def filters(self, package):
        given = self.cleaned_data if self.is_valid() else {}
        return RunFilter(package=package.pk, word=given.get("word", ""), is_open=given.get("is_open", False))
