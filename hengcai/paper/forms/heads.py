"""A form's own words: as shipped, or as the centre has settled them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.base.say import text_of
from hengcai.paper.forms.form import Form
from hengcai.paper.telling import Teller

Heads = Mapping[str, Any]  # Centre.form_heads


@dataclass(frozen=True)
class Head:
    """Title, note, column labels and signature lines in one language."""

    title: str
    note: str
    labels: Mapping[str, str]
    signatures: tuple[str, ...]

    def columns(self, *codes: str) -> list[str]:
        return [self.labels[code] for code in codes]


def head_of(form: Form, heads: Heads, tell: Teller) -> Head:
    both = texts_of(form, heads)
    read = {name: text.read(tell.language) for name, text in both.items()}
    return Head(
        title=read["title"], note=read["note"], labels={code: read[f"column.{code}"] for code in form.columns},
        signatures=tuple(text.read(tell.language) for text in signatures_of(form, heads)),
    )  # fmt: skip


def texts_of(form: Form, heads: Heads) -> dict[str, Bilingual]:
    """`title`, `note` and `column.<code>`; what the centre left as it was is the shipped text."""
    own = heads.get(form.code, {})
    labels = own.get("labels", {})
    found = {
        "title": own.get("title") or shipped(f"form.{form.code}"),
        "note": own.get("note") or shipped(f"form.{form.code}.note"),
    }
    found |= {f"column.{code}": labels.get(code) or shipped(f"form.column.{code}") for code in form.columns}
    return {name: Bilingual(**text) for name, text in found.items()}


def signatures_of(form: Form, heads: Heads) -> list[Bilingual]:
    own = heads.get(form.code, {}).get("signatures")
    return [Bilingual(**line) for line in own or [shipped(f"form.sign.{code}") for code in form.signatures]]


def shipped(code: str) -> dict[str, str]:
    return {"zh": text_of(code, "zh"), "en": text_of(code, "en")}


def changed_heads(
    form: Form, heads: Heads, *, texts: Mapping[str, Bilingual], signatures: list[Bilingual]
) -> dict[str, Any]:
    """The centre's heads with this form's own; only what differs from the shipped words is kept."""
    own: dict[str, Any] = {}
    for name in ("title", "note"):
        code = f"form.{form.code}" + ("" if name == "title" else ".note")
        if _plain(texts[name]) != shipped(code):
            own[name] = _plain(texts[name])
    labels = {code: _plain(texts[f"column.{code}"]) for code in form.columns}
    labels = {code: text for code, text in labels.items() if text != shipped(f"form.column.{code}")}
    if labels:
        own["labels"] = labels
    lines = [_plain(line) for line in signatures]
    if lines != [shipped(f"form.sign.{code}") for code in form.signatures]:
        own["signatures"] = lines
    rest = {code: one for code, one in heads.items() if code != form.code}
    return {**rest, form.code: own} if own else rest


def _plain(text: Bilingual) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
