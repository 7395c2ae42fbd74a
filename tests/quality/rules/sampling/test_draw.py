from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from itertools import combinations
from zoneinfo import ZoneInfo

import polars as pl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.base.tables.frames import Chunk
from hengcai.quality.rules.sampling.contacts import Contacts, digest
from hengcai.quality.rules.sampling.draw import Short, draw
from hengcai.quality.rules.sampling.plan import Roster
from hengcai.quality.rules.sampling.plan_file import parsed_plan
from tests.quality.rules.sampling import naive

FIRST = date(2026, 6, 29)
COLUMNS = ("id", "agent", "started_at", "channel", "csat", "complaint", "recording")
RULES = [
    {"name": "low", "where": {"csat": {"at_most": 2}}, "per_agent": 1},
    {"name": "complaint", "where": {"complaint": ["open", "upheld"]}, "share": "0.5"},
]
PLAN = {
    "period": (date(2026, 7, 1), date(2026, 7, 31)),
    "channels": ["call"],
    "rules": RULES,
    "per_agent": 2,
    "new_hire": 3,
}


def plan_of(plan):
    written = {**plan, "period": [day.isoformat() for day in plan["period"]]}
    written["new_hire"] = {"months": 3, "per_agent": plan["new_hire"]}
    return parsed_plan(yaml.safe_dump(written), file="plan.yaml")


def row(contact):
    return {**contact, "started_at": f"{contact['day'].isoformat()}T09:30:00"}


def frame_of(contacts, plan, *, said=("recording",), zone="Asia/Shanghai"):
    rows = [{name: row(one)[name] for name in COLUMNS} for one in contacts]
    gathered = Contacts(plan, zone=ZoneInfo(zone), said=said)
    for start in range(0, len(rows), 7):
        some = rows[start : start + 7]
        cells = pl.DataFrame(some, dict.fromkeys(COLUMNS, pl.String()))
        gathered.take(Chunk(cells, range(start + 2, start + 2 + len(some)), {"file": "contacts.csv"}))
    return gathered.frame()


def contact(n, *, agent="li", day=FIRST, csat="", **other):
    return {
        "id": f"C{n}", "agent": agent, "day": day, "channel": "call", "csat": csat, "complaint": "none",
        "recording": "a.wav", **other,
    }  # fmt: skip


contacts = st.lists(
    st.fixed_dictionaries({
        "agent": st.sampled_from(["li", "wang", "李"]),
        "day": st.integers(0, 40).map(lambda days: FIRST + timedelta(days)),
        "channel": st.sampled_from(["call", "call", "chat"]),
        "csat": st.sampled_from(["", "1", "2.5", "2", "5"]),
        "complaint": st.sampled_from(["", "none", "open", "upheld"]),
        "recording": st.sampled_from(["", "a.wav", "b.wav"]),
    }),
    max_size=60,
).map(lambda rows: [{**one, "id": f"C{n}"} for n, one in enumerate(rows)])  # fmt: skip
seeds = st.integers(0, 10**9)


@settings(max_examples=150, deadline=None)
@given(contacts, seeds, st.sets(st.sampled_from(["li", "wang", "李"])))
def test_the_draw_is_what_the_contract_says(rows, seed, new):
    plan = plan_of(PLAN)
    found = draw(frame_of(rows, plan), plan, roster=Roster(new=frozenset(new)), seed=seed)
    strata, picks, short = naive.drawn(rows, PLAN, seed=seed, new=new)
    assert [(one.id, one.n, one.k) for one in found.strata] == strata
    assert [(one.contact, one.stratum.id, one.stratum.inclusion) for one in found.picks] == picks
    assert list(found.short) == [Short(*one) for one in short]


@settings(max_examples=50, deadline=None)
@given(contacts, seeds, st.randoms())
def test_the_order_of_the_rows_never_matters(rows, seed, dice):
    plan = plan_of(PLAN)
    before = frame_of(rows, plan)
    dice.shuffle(rows)
    after = frame_of(rows, plan)
    assert digest(before["id"]) == digest(after["id"])
    assert draw(before, plan, roster=Roster(), seed=seed) == draw(after, plan, roster=Roster(), seed=seed)


def spread(agents=8):
    """Like agents: five, three and four contacts in three weeks, of which five are drawn."""
    sizes = ((0, 5), (7, 3), (14, 4))
    days = [FIRST + timedelta(2 + start) for start, size in sizes for _ in range(size)]
    return [
        contact(f"{agent}-{n}", agent=f"A{agent}", day=day) for agent in range(agents) for n, day in enumerate(days)
    ]


def counted(seeds, agents):
    """How often each place and each pair of places of like agents was drawn."""
    plan = plan_of({**PLAN, "per_agent": 5})
    frame = frame_of(spread(agents), plan)
    single, pairs = Counter(), Counter()
    for seed in range(seeds):
        by_agent = {}
        for pick in draw(frame, plan, roster=Roster(), seed=seed).picks:
            by_agent.setdefault(pick.stratum.agent, []).append(int(pick.contact.split("-")[1]))
        for places in by_agent.values():
            single.update(places)
            pairs.update(combinations(sorted(places), 2))
    return single, pairs


def both_drawn(one, other, n=12, k=5):
    """The chance that both of two places in the order are drawn, over all n starts."""
    return Fraction(sum((one * k + h) % n < k and (other * k + h) % n < k for h in range(n)), n)


def chance_of_pair(one, other):
    """Within a week every order is as likely as any other."""
    weeks = [range(5), range(5, 8), range(8, 12)]
    mine, theirs = (next(week for week in weeks if place in week) for place in (one, other))
    stands = [(a, b) for a in mine for b in theirs if a != b]
    return sum((both_drawn(*stand) for stand in stands), Fraction(0)) / len(stands)


def agrees(seen, chance, tries):
    return abs(seen / tries - chance) <= 4 * (float(chance * (1 - chance)) / tries) ** 0.5


def check_chances(seeds, agents):
    single, pairs = counted(seeds, agents)
    tries = seeds * agents
    assert [place for place in range(12) if not agrees(single[place], Fraction(5, 12), tries)] == []
    off = [pair for pair in combinations(range(12), 2) if not agrees(pairs[pair], chance_of_pair(*pair), tries)]
    assert off == []


def test_each_contact_and_each_pair_is_drawn_as_often_as_is_said():
    check_chances(seeds=250, agents=8)


@pytest.mark.slow
def test_over_two_thousand_seeds_each_contact_and_each_pair_is_drawn_as_often_as_is_said():
    check_chances(seeds=2_000, agents=1)


def test_the_draw_is_spread_evenly_over_the_weeks():
    rows = [contact(n, day=FIRST + timedelta(2 + 7 * (n % 4))) for n in range(40)]
    plan = plan_of({**PLAN, "per_agent": 4})
    days = {one["id"]: one["day"] for one in rows}
    for seed in range(30):
        picks = draw(frame_of(rows, plan), plan, roster=Roster(), seed=seed).picks
        assert sorted(days[pick.contact] for pick in picks) == [FIRST + timedelta(2 + 7 * week) for week in range(4)]


def test_every_floor_is_met_where_the_contacts_allow():
    rows = [
        contact(f"{agent}-{n}", agent=f"A{agent}", day=date(2026, 7, 1 + n)) for agent in range(6) for n in range(agent)
    ]
    plan = plan_of({**PLAN, "per_agent": 3})
    found = draw(frame_of(rows, plan), plan, roster=Roster(), seed=4)
    assert Counter(pick.stratum.agent for pick in found.picks) == {"A1": 1, "A2": 2, "A3": 3, "A4": 3, "A5": 3}
    assert [(one.agent, one.wanted, one.found) for one in found.short] == [("A1", 3, 1), ("A2", 3, 2)]


def test_nothing_is_drawn_where_nothing_is_wanted_and_nobody_is_short_of_it():
    plan = plan_of({**PLAN, "per_agent": 0, "rules": []})
    found = draw(frame_of([contact(1, day=date(2026, 7, 1))], plan), plan, roster=Roster(), seed=4)
    assert (found.picks, found.short) == ((), ())
    assert [(one.n, one.k) for one in found.strata] == [(1, 0)]


def test_without_channels_contacts_of_all_of_them_may_be_drawn():
    plan = parsed_plan("period: [2026-07-01, 2026-07-31]\nper_agent: 4\n", file="plan.yaml")
    rows = [contact(n, day=date(2026, 7, 1), channel=channel) for n, channel in enumerate(("call", "chat", "visit"))]
    assert frame_of(rows, plan).height == 3


def test_one_employed_in_the_period_without_a_contact_is_short():
    plan = plan_of(PLAN)
    found = draw(
        frame_of([], plan), plan, roster=Roster(new=frozenset(["wang"]), employed=frozenset(["li", "wang"])), seed=1
    )
    assert found.short == (Short("li", 2, 0), Short("wang", 3, 0))
    assert found.picks == found.strata == ()


def test_one_all_of_whose_contacts_meet_rules_is_short_of_ordinary_ones():
    plan = plan_of(PLAN)
    found = draw(frame_of([contact(1, day=date(2026, 7, 1), csat="1")], plan), plan, roster=Roster(), seed=1)
    assert found.short == (Short("li", 2, 0),)
    assert [one.id for one in found.strata] == ["li|low"]


def test_a_contact_belongs_to_the_first_rule_it_meets():
    plan = plan_of(PLAN)
    both = contact(1, day=date(2026, 7, 1), csat="1", complaint="open")
    assert [one.rule for one in draw(frame_of([both], plan), plan, roster=Roster(), seed=1).strata] == ["low"]


def test_the_digest_is_that_of_the_sorted_ids_one_a_line():
    assert digest(pl.Series(["b", "a", "C"])) == sha256(b"C\na\nb").hexdigest()


def test_a_moment_with_a_zone_belongs_to_the_centres_day():
    plan = plan_of(PLAN)
    rows = [contact(1), contact(2)]
    moments = ["2026-06-30T15:59:59Z", "2026-06-30T16:00:00Z"]
    cells = pl.DataFrame(
        [
            {**{name: row(one)[name] for name in COLUMNS}, "started_at": at}
            for one, at in zip(rows, moments, strict=True)
        ]
    )
    gathered = Contacts(plan, zone=ZoneInfo("Asia/Shanghai"), said=())
    gathered.take(Chunk(cells, range(2, 4), {"file": "contacts.csv"}))
    assert gathered.frame().rows() == [("C2", "li", date(2026, 6, 29), -1)]


def test_a_repeated_id_is_refused_with_the_row_of_the_second():
    plan = plan_of(PLAN)
    rows = [contact(n) for n in range(20)]
    rows[17]["id"] = rows[3]["id"]
    with pytest.raises(NotValid) as refusal:
        frame_of(rows, plan)
    assert (refusal.value.code, refusal.value.facts["row"]) == ("sampling.id_twice", 19)


def test_agents_whose_names_hide_a_rule_are_refused():
    plan = plan_of(PLAN)
    rows = [contact(1, day=date(2026, 7, 1), csat="1"), contact(2, day=date(2026, 7, 1), agent="li|low")]
    with pytest.raises(NotValid) as refusal:
        draw(frame_of(rows, plan), plan, roster=Roster(), seed=1)
    assert refusal.value.code == "sampling.stratum_twice"


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("csat", "7", "import.outside"),
        ("csat", "good", "decimal.malformed"),
        ("complaint", "perhaps", "import.choice_unknown"),
        ("channel", "pigeon", "import.choice_unknown"),
        ("agent", "", "table.value_missing"),
        ("id", " ", "table.value_missing"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_with_row_and_column(column, value, code):
    rows = [contact(n) for n in range(12)]
    rows[9][column] = value
    with pytest.raises(NotValid) as refusal:
        frame_of(rows, plan_of(PLAN))
    facts = refusal.value.facts
    assert (refusal.value.code, facts["row"], facts["column"], facts["file"]) == (code, 11, column, "contacts.csv")


def test_what_was_started_at_a_moment_that_is_none_is_refused():
    rows = [contact(n) for n in range(3)]
    cells = pl.DataFrame([{**{name: row(one)[name] for name in COLUMNS}, "started_at": "yesterday"} for one in rows])
    with pytest.raises(NotValid) as refusal:
        Contacts(plan_of(PLAN), zone=ZoneInfo("UTC"), said=()).take(Chunk(cells, range(2, 5), {"file": "c.csv"}))
    assert (refusal.value.code, refusal.value.facts["row"]) == ("import.moment_malformed", 2)
