from hengcai.interactions.rules.flags import flags_of


def test_flags_are_parted_by_either_semicolon_and_each_is_there_once():
    assert flags_of(" VIP；回拨 ; VIP;;") == flags_of("VIP;回拨") == {"VIP", "回拨"}
