"""Level 4 is what is expected of everybody, every time: whoever always does that is good, wherever it is counted."""

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengcai.appraisal.rules.evidence import SCALE, Evidence
from hengcai.appraisal.rules.month import month_score
from hengcai.appraisal.rules.policy import Linear, MonthPolicy, PerEvent, Rule
from hengcai.appraisal.rules.policy_file import default_month_policy, default_skill_policy
from hengcai.appraisal.rules.skill import skill_score
from hengcai.framework.shipped import shipped_definition, shipped_posts
from hengcai.quality import definitions
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark
from hengcai.quality.rules.score import score

SCORECARDS = Path(definitions.__file__).parent / "seeds" / "scorecards"
CARDS = {
    path.stem: definitions.read_definition(yaml.safe_load(path.read_text())).card
    for path in sorted(SCORECARDS.glob("*.yaml"))
}
WEIGHTED = [name for name, card in CARDS.items() if card.kind == cards.WEIGHTED]
CARD_ANCHORS = [
    (f"{path.stem}.{item['id']}", item["anchors"])
    for path in sorted(SCORECARDS.glob("*.yaml"))
    for section in yaml.safe_load(path.read_text())["sections"]
    for item in section["items"]
    if item["kind"] == "anchored"
]
HALF = Fraction(1, 2)


def marked(card: Card, level: str) -> dict[str, Mark]:
    return {item.code: Mark(_mark(item, level)) for item in card.items() if item.must_be_marked}


def _mark(item: Item, level: str) -> str:
    """Everything that is not a level is done as it should be."""
    if item.kind == cards.CHOICE:
        return next(iter(item.options))
    return {cards.ANCHORED: level, cards.YES_NO: cards.YES}.get(item.kind, cards.CLEAR)


def rated(level: int, items: Sequence[str] = ("communication", "problem_solving", "collaboration")) -> Evidence:
    evidence = Evidence()
    for source, raters in (("superior", 1), ("self", 1), ("peer", 3), ("practical", 1)):
        for rater in range(raters):
            for item in items:
                evidence.source(source).add(rater, item, level * SCALE)
    evidence.customer_total, evidence.customer_count = 5 * level * SCALE, 5
    return evidence


def with_share(rule: Rule, share: Fraction) -> Fraction:
    """A value of which a rule gives this share."""
    match rule:
        case Linear():
            return rule.floor.value + share * (rule.target.value - rule.floor.value)
        case PerEvent():
            return (1 - share) / rule.off.value
        case _:
            return next(start.value for start, of in rule.steps if of.value >= share)


def month(policy: MonthPolicy, *, percent: int, share: Fraction) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {name: Fraction(percent) for name in policy.indicators}
    return found | {name: with_share(rule, share) for name, rule in policy.rules.items()}


@pytest.mark.parametrize("name", CARDS)
def test_a_contact_done_to_the_standard_passes_every_card(name: str) -> None:
    found = score(CARDS[name], marked(CARDS[name], "4"))
    assert found.total is not None
    assert found.total >= max(80, CARDS[name].pass_line)


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_contact_that_misses_a_part_of_everything_does_not_pass(name: str) -> None:
    found = score(CARDS[name], marked(CARDS[name], "3"))
    assert found.total is not None
    assert found.total < CARDS[name].pass_line


def test_the_pass_line_is_75_and_85_where_points_are_taken_off() -> None:
    lines = {name: (card.kind, card.pass_line) for name, card in CARDS.items()}
    assert {line for _kind, line in lines.values()} == {75, 85}
    assert all((kind == cards.DEDUCTION_CARD) == (line == 85) for kind, line in lines.values())


@pytest.mark.parametrize("name", CARDS)
def test_a_fatal_error_takes_the_whole_contact_on_every_shipped_card(name: str) -> None:
    card = CARDS[name]
    fatal = [item for item in card.items() if item.is_critical]
    assert fatal
    for item in fatal:
        found = score(card, marked(card, "5") | {item.code: Mark(item.scale[-1])})
        assert (item.code, found.total) == (item.code, 0)


@pytest.mark.parametrize(("level", "final", "band"), [(4, "4.0", "good"), (3, "3.0", "to_improve")])
def test_a_quarter_of_nothing_but_one_level(level: int, final: str, band: str) -> None:
    found = skill_score(rated(level), default_skill_policy())
    assert (found.final, found.band) == (final, band)


MODELS = {one["id"]: one for one in shipped_definition()["models"]}


@pytest.mark.parametrize(("level", "band"), [(4, "good"), (3, "to_improve")])
@pytest.mark.parametrize("post", [one["id"] for one in shipped_posts()["posts"]])
def test_a_quarter_on_the_form_of_any_post_comes_to_its_level(post: str, level: int, band: str) -> None:
    of_post = next(one for one in shipped_posts()["posts"] if one["id"] == post)
    parts = [part for part in MODELS[of_post["model"]]["parts"] if post in part.get("posts", (post,))]
    items = [code for part in parts for code in part["competencies"]]
    assert len(items) > 3
    found = skill_score(rated(level, items), default_skill_policy())
    assert (found.final, found.band) == (f"{level}.0", band)


def test_a_month_done_to_the_standard_with_its_targets_met_is_good() -> None:
    policy = default_month_policy()
    found = month_score(month(policy, percent=80, share=Fraction(1)), policy)
    assert found.exact is not None
    assert (found.exact >= 80, found.grade) == (True, "good")


def test_a_month_that_misses_a_part_of_everything_is_below_the_pass_line() -> None:
    policy = default_month_policy()
    found = month_score(month(policy, percent=60, share=HALF), policy)
    assert found.exact is not None
    assert found.exact < 70


def test_every_anchored_text_names_the_standard_and_what_lies_below_it() -> None:
    texts = [one for library in shipped_definition()["library"] for one in library["competencies"]]
    anchored = [one["anchors"] for one in texts if "anchors" in one]
    anchored += [kbi["anchors"] for one in texts for kbi in one.get("kbis", ()) if "anchors" in kbi]
    assert len(anchored) > 150
    assert all({1, 3, 4, 5} <= set(anchors) for anchors in anchored)
    for path in SCORECARDS.glob("*.yaml"):
        sections = yaml.safe_load(path.read_text())["sections"]
        items = [item for section in sections for item in section["items"] if item["kind"] == "anchored"]
        assert all(sorted(item["anchors"]) == [1, 3, 4, 5] for item in items)


STRETCHING = re.compile(
    r"非常|充分|完全|始终|积极|熟练|良好|较好|认真|主动|及时|\b(?:very|fully|clearly|properly|actively)\b"
)


def _anchors(name: str, competency: dict[str, Any]) -> list[tuple[str, dict[int, dict[str, str]]]]:
    own = [(name, competency["anchors"])] if "anchors" in competency else []
    return own + [(f"{name}.{kbi['id']}", kbi["anchors"]) for kbi in competency.get("kbis", ()) if "anchors" in kbi]


def test_no_level_of_an_anchor_differs_by_an_adverb() -> None:
    library = [one for part in shipped_definition()["library"] for one in part["competencies"]]
    anchored = [found for one in library for found in _anchors(one["id"], one)]
    stretched = [
        (name, level, word[0])
        for name, levels in anchored
        for level, texts in levels.items()
        for text in texts.values()
        if (word := STRETCHING.search(text))
    ]
    assert not stretched


def test_a_person_quality_shows_four_good_and_four_poor_behaviours_at_least() -> None:
    qualities = [
        one for part in shipped_definition()["library"] for one in part["competencies"] if one["id"].startswith("pq_")
    ]
    assert len(qualities) == 19
    assert [one["id"] for one in qualities if min(len(one["good"]), len(one["poor"])) < 4] == []


def test_posts_ask_for_the_standard_or_more() -> None:
    asked = {row["required"] for post in shipped_posts()["posts"] for row in post["profile"]}
    assert asked == {"4", "4.5"}


@pytest.mark.parametrize("name", CARDS)
def test_a_slip_in_confidentiality_or_wording_says_how_the_process_was_kept_and_nothing_of_integrity(name: str) -> None:
    fed = {
        item.code: item.competency for item in CARDS[name].items() if item.indicator in ("confidentiality", "forbidden")
    }
    assert set(fed.values()) == {"process_policy"}
    assert {item.indicator for item in CARDS[name].items()} >= {"confidentiality", "forbidden"}


def test_red_lines_named_on_cards_are_there_and_each_is_named_on_a_card() -> None:
    known = {one["id"] for one in yaml.safe_load((SCORECARDS.parent / "red_lines.yaml").read_text())["red_lines"]}
    named = {path.stem: yaml.safe_load(path.read_text())["red_lines"] for path in SCORECARDS.glob("*.yaml")}
    assert {code for codes in named.values() for code in codes} == known


def kept_for(post: str, *channels: str) -> list[str]:
    """Names of the cards a post is scored on: of each channel the one kept for it, else the general one."""
    files = {path.stem: yaml.safe_load(path.read_text()) for path in SCORECARDS.glob("*.yaml")}
    found = []
    for channel in channels:
        own = [name for name, one in files.items() if one["channel"] == channel and post in one.get("posts", ())]
        general = [name for name, one in files.items() if one["channel"] == channel and not one.get("posts")]
        found += own or general
    return found


CHANNELS = {
    "inbound": ("call",), "outbound": ("call",), "online": ("chat",),
    "second_line": ("call", "ticket"), "back_office": ("call", "ticket"),
}  # fmt: skip


def items_met_by(post: str) -> list[Item]:
    return [item for name in kept_for(post, *CHANNELS[post]) for item in CARDS[name].items()]


def test_every_frontline_post_has_cards_of_its_own_work() -> None:
    assert {one["id"] for one in shipped_posts()["posts"] if one["frontline"]} == set(CHANNELS)
    assert {post: kept_for(post, *channels) for post, channels in CHANNELS.items()} == {
        "inbound": ["call"], "outbound": ["outbound"], "online": ["chat"],
        "second_line": ["call", "back_office"], "back_office": ["call", "back_office"],
    }  # fmt: skip


@pytest.mark.parametrize("post", CHANNELS)
def test_what_a_month_rates_is_fed_by_the_cards_of_every_post(post: str) -> None:
    policy = default_month_policy()
    rated_ones = set(policy.indicators) - set(policy.rules)
    assert rated_ones - {item.indicator for item in items_met_by(post)} == set()


@pytest.mark.parametrize("post", CHANNELS)
def test_the_professional_abilities_of_a_post_get_evidence_from_its_cards(post: str) -> None:
    model = next(one for one in shipped_definition()["models"] if one["id"] == "two_part")
    wanted = {code for part in model["parts"] if post in part.get("posts", ()) for code in part["competencies"]}
    assert wanted
    assert wanted - {item.competency for item in items_met_by(post)} == set()


@pytest.mark.parametrize("name", WEIGHTED)
def test_sections_and_the_items_in_them_add_up(name: str) -> None:
    card = CARDS[name]
    assert sum(section.weight for section in card.sections) == 100
    assert all(sum(item.weight for item in section.items) == section.weight for section in card.sections)


def test_no_item_of_a_card_differs_by_an_adverb_or_says_five_by_pointing_at_four() -> None:
    texts = [(name, text) for name, levels in CARD_ANCHORS for both in levels.values() for text in both.values()]
    assert len(texts) > 400
    assert [(name, text) for name, text in texts if STRETCHING.search(text) or text.startswith("All that")] == []


def test_no_level_leans_on_another_instead_of_saying_what_is_done() -> None:
    definition = shipped_definition()
    anchored = [
        found for part in definition["library"] for one in part["competencies"] for found in _anchors(one["id"], one)
    ]
    anchored += [
        (one["id"], one["anchors"]) for group in definition["groups"] for one in group["indicators"] if "anchors" in one
    ]
    leaning = re.compile(r"^(?:All that, |Beyond that|As above|The same, |同上|以上都|除此之外)")
    assert [
        name for name, levels in anchored for text in levels.values() for told in text.values() if leaning.search(told)
    ] == []


OWN_TWO = {
    "coaching.sessions_held", "scoring_accuracy.stands_recheck", "scoring_consistency.near_reference",
    "scoring_consistency.same_over_time",
}  # fmt: skip


def test_a_two_is_written_where_a_count_leaves_nothing_between_one_and_three() -> None:
    library = [one for part in shipped_definition()["library"] for one in part["competencies"]]
    assert {name for one in library for name, levels in _anchors(one["id"], one) if 2 in levels} == OWN_TWO


POINTS_TO = {
    "zh": re.compile(r"归“([^”]+)”|在“([^”]+)”里"),
    "en": re.compile(r"\b(?:under|belongs to) '([^']+(?:'s [^']+)?)'(?!\w)"),
}


def _texts(part: Any) -> list[dict[str, str]]:
    """Every bilingual text of a seed, however deep."""
    if isinstance(part, dict) and set(part) == {"zh", "en"}:
        return [part]
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [text for one in inner for text in _texts(one)]


def _names(part: Any) -> list[dict[str, str]]:
    named = [part["name"]] if isinstance(part, dict) and isinstance(part.get("name"), dict) else []
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return named + [name for one in inner for name in _names(one)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "read",
    [shipped_definition, *(lambda path=path: yaml.safe_load(path.read_text()) for path in SCORECARDS.glob("*.yaml"))],
    ids=["library", *(path.stem for path in SCORECARDS.glob("*.yaml"))],
)
def test_an_item_that_a_text_points_to_by_name_is_there(read: Any, language: str) -> None:
    seed = read()
    names = [name[language].casefold() for name in _names(seed)]
    pointed = {
        next(filter(None, found.groups())).casefold()
        for text in _texts(seed)
        for found in POINTS_TO[language].finditer(text[language])
    }
    assert {one for one in pointed if not any(one in name for name in names)} == set()
