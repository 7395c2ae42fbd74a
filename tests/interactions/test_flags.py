from hengcai.interactions.flag_models import ContactFlag
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.flags import flags_of


def test_flags_are_parted_by_either_semicolon_and_read_the_same_however_written():
    assert flags_of(" VIP；回拨 ; vip;;") == flags_of("vip;回拨") != frozenset()


def test_columns_of_flags_and_source_have_their_place():
    assert {field.name for field in Contact._meta.fields} >= {"queue", "csat_source"}
    assert ContactFlag._meta.get_field("contact").remote_field.related_name == "flags"
