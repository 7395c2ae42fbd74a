"""A sealed record is verified by its bytes alone: one byte changed anywhere is found, erasure leaves it verifiable."""

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.records.rules.manifests import manifest, manifest_faults
from hengcai.records.rules.sealing import batch_line, canonical, head_of, judged, line_of, sealed, sha256, withheld
from hengcai.records.rules.verifying import verified

TEXTS = st.dictionaries(st.sampled_from(["person", "interview", "objection", "full"]), st.text(max_size=30), max_size=4)


def line(number=1, **values):
    facts = {"record": {"id": number}, "result": {"final": "4.3"}, "outcome": {"kind": "signed"}}
    made = sealed(facts, values or {"person": {"name": f"李晴川{number}"}, "interview": {"gaps": "不报时限"}})
    return line_of(made.content, made.digest, made.values)


def batch(count):
    lines = [line(number) for number in range(count)]
    last = batch_line({"cycle": "2026-Q1"}, [json.loads(one)["sha256"] for one in lines])
    return b"".join(one + b"\n" for one in [*lines, last])


@given(TEXTS)
@settings(max_examples=40)
def test_what_was_sealed_is_found_whole_whatever_was_written(values):
    made = sealed({"record": {"id": 7}}, values)
    one = judged(line_of(made.content, made.digest, made.values))
    assert (one.faults, one.record, one.erased, one.digest) == ([], 7, [], made.digest)


@given(st.data())
@settings(max_examples=150)
def test_one_byte_changed_anywhere_is_found(data):
    whole = batch(3)
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != whole[place]))
    assert verified(whole[:place] + bytes([byte]) + whole[place + 1 :], is_batch=True).faults


def test_one_byte_changed_in_a_thousand_records_is_found_wherever_it_is():
    whole, dice = batch(1_000), random.Random(1)
    told = verified(whole, is_batch=True)
    assert (told.records, told.faults) == (1_000, [])
    for _time in range(6):
        place = dice.randrange(len(whole))
        changed = whole[:place] + bytes([whole[place] ^ (1 << dice.randrange(8))]) + whole[place + 1 :]
        assert verified(changed, is_batch=True).faults, place


def test_a_record_taken_out_put_in_or_moved_is_found_and_so_is_a_file_cut_off():
    *lines, last, _end = batch(3).split(b"\n")
    for some in (lines[:2], [*lines, line(9)], lines[::-1]):
        assert [one.code for one in verified(b"\n".join([*some, last, b""]), is_batch=True).faults] == ["list"]
    assert [one.code for one in verified(b"\n".join([*lines, b""]), is_batch=True).faults] == ["no_list"]
    assert verified(batch(2)[:-1], is_batch=True).faults[0].code == "cut_off"
    assert verified(b"", is_batch=True).faults[0].code == "cut_off"


def test_a_line_removed_or_nan_or_a_name_said_twice_is_no_record_of_ours():
    one = line()
    for wrong in (b"{}", b"[]", b"NaN", b'{"content":{},"sha256":"","values":{}}', one + b" ", b"\xff"):
        assert judged(wrong).faults
    twice = one.replace(b'{"content":', b'{"content":{},"content":', 1)
    assert judged(twice).faults[0].code == "form"


def test_erased_texts_leave_it_verifiable_and_put_back_others_do_not():
    read = json.loads(line())
    erased = withheld(read["values"], ["person"])
    told = judged(line_of(canonical(read["content"]).decode(), read["sha256"], erased))
    assert (told.faults, told.erased) == ([], ["person"])
    forged = {**read["values"], "person": {"salt": "0" * 32, "value": {"name": "王若溪"}}}
    assert judged(line_of(canonical(read["content"]).decode(), read["sha256"], forged)).faults[0].code == "text"
    missing = {"interview": read["values"]["interview"]}
    assert judged(line_of(canonical(read["content"]).decode(), read["sha256"], missing)).faults[0].code == "names"


def test_the_same_text_is_sealed_under_another_digest_each_time():
    one, other = (json.loads(line())["content"]["texts"]["person"] for _time in range(2))
    assert one != other


def test_the_head_depends_on_every_record_and_their_order():
    assert len({head_of(["a", "b"]), head_of(["b", "a"]), head_of(["ab"]), head_of([])}) == 4


def test_a_manifest_finds_a_changed_pdf_a_record_put_in_its_place_and_its_own_forgery():
    one, pdf = line(1) + b"\n", b"%PDF-1.7"
    files = {"a.json": one, "a.pdf": pdf}
    whole = manifest([{"file": "a.json", "record": json.loads(one)["sha256"]},
                      {"file": "a.pdf", "record": json.loads(one)["sha256"], "sha256": sha256(pdf)}])  # fmt: skip

    def codes(data=whole, only="", **more):
        return [fault.code for fault in manifest_faults(data, read={**files, **more}.get, only=only).faults]

    assert codes() == []
    assert codes(**{"a.pdf": b"%PDF-1.8"}) == ["pdf"]
    assert codes(**{"a.json": line(2) + b"\n"}) == ["foreign_head"]
    assert codes(**{"a.json": None}) == ["file_gone"]
    assert codes(only="b.pdf") == ["not_listed"]
    assert codes(whole.replace(b"a.pdf", b"b.pdf")) == ["manifest"]
    assert codes(manifest([{"file": "../a.json", "record": ""}])) == ["manifest"]
