from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hengcai.audit.rules import GENESIS, Fault, Kept, Link, Walk, digest, faults


def chain(count: int) -> list[Kept]:
    found: list[Kept] = []
    for number in range(1, count + 1):
        found.append(sealed(number, found[-1].hash if found else GENESIS))
    return found


def sealed(number: int, previous: str, **facts: object) -> Kept:
    values = {"name": "Li", "level": number}
    at, thing = f"2026-03-{number:02d}", f"thing:{number}"
    link = Link(number, at, "score", "7", "analyst", thing, digest("s", values), subject=5, version=2)
    link = replace(link, **facts)
    return Kept(link, previous, link.hash(previous), "s", values, None)


def head_of(entries: list[Kept]) -> tuple[int, str]:
    return entries[-1].link.number, entries[-1].hash


def test_a_whole_chain_has_no_fault():
    entries = chain(9)
    assert list(faults(entries, head=head_of(entries))) == []


@given(st.integers(0, 8), st.sampled_from(["at", "action", "doer", "role", "thing", "digest", "subject"]))
def test_any_edit_of_any_entry_is_found(place, part):
    entries = chain(9)
    entries[place] = replace(entries[place], link=replace(entries[place].link, **{part: "forged"}))
    assert Fault(place + 1, "edited") in list(faults(entries))


@given(st.integers(0, 8))
def test_edited_values_are_found(place):
    entries = chain(9)
    entries[place] = replace(entries[place], values={"name": "Li", "level": 99})
    assert list(faults(entries)) == [Fault(place + 1, "values")]


@given(st.integers(0, 7))
def test_any_deletion_is_found(place):
    entries = chain(9)
    del entries[place]
    assert list(faults(entries))


@given(st.integers(0, 8), st.integers(0, 8))
def test_any_swap_is_found(one, other):
    entries = chain(9)
    entries[one], entries[other] = entries[other], entries[one]
    assert bool(list(faults(entries))) == (one != other)


@given(st.integers(1, 8))
def test_truncation_is_found_against_an_exported_head(kept):
    entries = chain(9)
    head = head_of(entries)
    assert list(faults(entries[:kept])) == []
    assert list(faults(entries[:kept], head=head)) == [Fault(9, "truncated")]


def test_a_rewritten_chain_is_found_against_an_exported_head():
    old, entries = head_of(chain(9)), []
    previous = GENESIS
    for one in chain(9):
        link = replace(one.link, doer="8")
        entries.append(replace(one, link=link, previous=previous, hash=link.hash(previous)))
        previous = entries[-1].hash
    assert list(faults(entries)) == []
    assert list(faults(entries, head=old)) == [Fault(9, "foreign_head")]


def test_erasure_is_not_tampering_but_missing_values_are():
    entries = chain(3)
    entries = [*entries, sealed(4, entries[-1].hash, action="erase_values", thing="audit.entry:2")]
    entries[1] = replace(entries[1], salt=None, values=None, erased_by=4)
    assert list(faults(entries)) == []
    entries[1] = replace(entries[1], erased_by=None)
    assert list(faults(entries)) == [Fault(2, "missing_values"), Fault(4, "erasure_undone")]


def test_the_empty_chain_and_the_empty_head_are_whole():
    assert list(faults([], head=(0, GENESIS))) == []


def test_a_stored_head_may_be_missing_only_before_the_first_entry():
    walk = Walk()
    assert list(walk.end_faults(None)) == []
    assert list(walk.take(chain(1)[0])) == []
    assert list(walk.end_faults(None)) == [Fault(1, "head_missing")]
