"""What the small centre holds of the question bank: a draft, one that waits for review, one in force, and a file looked at."""

import tempfile
from pathlib import Path

from hengcai.assessment.actions import (
    add_bank_question,
    load_questions,
    look_at_questions,
    submit_bank_question,
)
from hengcai.assessment.intake import looked_at
from tests import cast
from tests.web.world_rows import World

LINE = '{"id": "%s", "kind": "true_false", "text": "%s", "answers": [{"value": "true", "share": "1"}]}\n'


def content(code: str, text: str) -> dict:
    return {"id": code, "kind": "true_false", "text": text, "answers": [{"value": "true", "share": "1"}]}


def questions(world: World) -> None:
    by = world.users["zhou"]
    draft = add_bank_question(cast.centre(), by=by, content=content("draft", "工单要当天派出。"))
    waiting = add_bank_question(cast.centre(), by=by, content=content("waiting", "外呼前先核对退订名单。"))
    submit_bank_question(waiting, by=by)
    (approved,) = load_questions(cast.centre(), by=by, course="c", quiz=[content("q", "客户挂断前不先挂机。")])
    world.add("draft question", {"zhou": draft.pk})
    world.add("waiting question", {"zhou": waiting.pk})
    world.add("approved question", {"zhou": approved.pk})
    world.add("question file", {"zhou": _file(by).pk})


def _file(by):

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brought.jsonl"
        path.write_text(LINE % ("new", "先报工号再问事由。") + LINE % ("twin", "工单要当天派出"), "utf-8")
        looked = looked_at(path)
    return look_at_questions(cast.centre(), by=by, name="brought.jsonl", looked=looked)
