"""What the demo's month analysis says in words is there for both readers."""

from hengcai.demo.improvement import WRITTEN


def test_the_summary_and_what_comes_next_are_written_in_both_languages():
    assert set(WRITTEN) == {"zh-hans", "en"}
    assert all(text.strip() for pair in WRITTEN.values() for text in pair)
    assert all(text.isascii() for text in WRITTEN["en"])
    assert not any(text.isascii() for text in WRITTEN["zh-hans"])
