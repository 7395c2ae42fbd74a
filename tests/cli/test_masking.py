"""`hengcai mask`: a file with customers' data covered, all else byte for byte what it was."""

import gzip
import json

import pytest

from hengcai.base.masking.files import masked_lines
from hengcai.cli import main


def masked(path, content: bytes, to=None):
    path.write_bytes(content)
    target = to or path.with_name("out-" + path.name)
    assert main(["mask", str(path), "--to", str(target)]) == 0
    return target.read_bytes()


def test_text_goes_line_by_line_and_keeps_its_line_ends(tmp_path):
    content = "客户 13800138000\r\n\n再打 010-62345678".encode()
    assert masked(tmp_path / "t.txt", content) == "客户 138****8000\r\n\n再打 010*********".encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_keeps_its_encoding(tmp_path, encoding):
    assert masked(tmp_path / "t.csv", "手机,13800138000\n".encode(encoding)) == "手机,138****8000\n".encode(encoding)


def test_bytes_that_are_no_text_stay(tmp_path):
    assert masked(tmp_path / "t.log", b"\x80 13800138000 \xe4\xb8").endswith(b"138****8000 \xe4\xb8")


def test_of_jsonl_only_the_turns_texts_change(tmp_path):
    line = (
        '{"id": "13800138000",  "customer_name":"王小明", "turns" : [ {"text":"\\u6211 138001\\u00338000 \\"好\\" \\ud83d\\ude00",'
        ' "speaker":"customer", "n": 1.50}, {"speaker":"agent","text":"王小明您好"}, {"speaker":"x"} ], "z": null}\r\n'
    )
    found = masked(tmp_path / "c.jsonl", line.encode()).decode()
    expected = line.replace("138001\\u00338000", "138****8000").replace('"王小明您好"', '"王**您好"')
    assert found == expected
    assert json.loads(found)["turns"][0]["text"].endswith("\U0001f600")


def test_a_number_over_turns_is_covered_in_jsonl(tmp_path):
    turns = [{"speaker": "customer", "text": text} for text in ("幺三八", "零零幺三", "八零零零")]
    content = json.dumps({"id": "1", "turns": turns}, ensure_ascii=False).encode()
    found = json.loads(masked(tmp_path / "c.jsonl", content))
    assert [turn["text"] for turn in found["turns"]] == ["幺三八", "****", "八零零零"]


def test_packed_files_stay_packed(tmp_path):
    packed = gzip.compress(b"call 13800138000")
    assert gzip.decompress(masked(tmp_path / "t.txt.gz", packed)) == b"call 138****8000"


def test_a_broken_line_is_covered_as_text_and_told(tmp_path, capsys):
    path = tmp_path / "c.jsonl"
    path.write_text('{"turns": []}\n{"turns": [{"text": "13800138000"\n')
    assert main(["mask", str(path)]) == 3
    told = capsys.readouterr()
    assert "138****8000" in told.out
    assert "13800138000" not in told.out
    assert "c.jsonl" in told.err
    assert "2" in told.err


def test_a_file_may_take_its_own_place(tmp_path):
    path = tmp_path / "t.txt"
    assert masked(path, b"13800138000", to=path) == b"138****8000"
    assert [one.name for one in tmp_path.iterdir()] == ["t.txt"]


def test_a_file_that_is_not_there_is_one_line(tmp_path, capsys):
    assert main(["mask", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_an_empty_file_stays_empty(tmp_path):
    assert masked(tmp_path / "t.txt", b"") == b""


def test_a_line_separator_within_utf_16_ends_no_line(tmp_path):
    path = tmp_path / "calls.jsonl"
    line = '{"turns": [{"speaker": "customer", "text": "a\u2028 13812345678"}]}\n'
    path.write_bytes(line.encode("utf-16"))
    broken = []
    masked = b"".join(masked_lines(path, broken=broken.append))
    assert masked.decode("utf-16") == line.replace("13812345678", "138****5678")
    assert broken == []
