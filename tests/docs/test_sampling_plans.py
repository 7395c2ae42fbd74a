"""The page on sampling plans is run, and the plan it shows is the one it runs."""

import pytest

from tests.docs.pages import FENCE, ROOT, Page, is_within
from tests.docs.test_explain import output


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_what_its_command_prints(monkeypatch, tmp_path, language):
    page = Page(ROOT / "docs" / language / "use" / "sampling-plans.md")
    (step,) = page.steps
    printed = output(step.words, monkeypatch, tmp_path, language)
    assert step.shown
    assert is_within(step.shown, printed) is None, is_within(step.shown, printed)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_plan_shown_is_the_plan_run(language):
    page = Page(ROOT / "docs" / language / "use" / "sampling-plans.md")
    (shown,) = (text for kind, text in FENCE.findall(page.text) if kind == "yaml")
    assert shown == (ROOT / "docs" / "examples" / language / "plan.yaml").read_text("utf-8")
