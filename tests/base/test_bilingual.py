from django.utils import translation
from django.utils.html import conditional_escape
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.bilingual import Bilingual, BilingualField, decode, encode

texts = st.builds(Bilingual, zh=st.text(max_size=5), en=st.text(max_size=5))
trees = st.recursive(texts | st.integers() | st.text(max_size=3), lambda part: st.lists(part, max_size=3), max_leaves=8)


@given(trees)
def test_what_is_stored_comes_back(tree):
    assert decode(encode(tree)) == tree


def test_it_reads_in_the_readers_language_and_falls_back():
    name = Bilingual("倾听", "Listening")
    with translation.override("zh-hans"):
        assert str(name) == "倾听"
    with translation.override("en"):
        assert str(name) == "Listening"
        assert str(Bilingual("倾听")) == "倾听"


def test_a_fallback_is_marked_in_a_page():
    with translation.override("en"):
        assert conditional_escape(Bilingual("倾听")) == '<span lang="zh-Hans">倾听</span>'
        assert conditional_escape(Bilingual("", "<b>")) == "&lt;b&gt;"
    with translation.override("zh-hans"):
        assert conditional_escape(Bilingual("", "Listening")) == '<span lang="en">Listening</span>'


def test_other_mappings_stay_mappings():
    assert decode({"1": {"zh": "一", "en": "one"}, "plain": {"a": 1}}) == {
        "1": Bilingual("一", "one"),
        "plain": {"a": 1},
    }
    assert BilingualField().to_python({"zh": "一"}) == Bilingual("一")
    assert not Bilingual()
