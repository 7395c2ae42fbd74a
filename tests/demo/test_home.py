"""What a demo may clear: everything a demo began, nothing of a real centre."""

import fcntl

import pytest

from hengcai.accounts.actions import add_user
from hengcai.accounts.models import Centre, system_user
from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow
from hengcai.demo import home
from hengcai.framework.actions import load_shipped
from hengcai.interactions import lake
from tests.demo.test_people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def drop(monkeypatch):
    """The tests' own database stays; whether it would have gone is what is asked."""
    calls = []
    monkeypatch.setattr(home, "_drop_database", lambda: calls.append("dropped"))
    return calls


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def kept(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "part.parquet").write_text("words of real people")
    return folder / "part.parquet"


def test_an_untouched_home_is_empty_and_loses_nothing(drop):
    the_centre()
    system_user()
    assert home.standing() == home.EMPTY
    assert home.made_ready(fresh=True) is False
    assert drop == []


@pytest.mark.parametrize("fresh", [True, False])
def test_a_centre_with_an_administrator_is_real(drop, fresh):
    add_user(the_centre(), by=system_user(), username="sun", name="Sun", roles=["admin"])
    with pytest.raises(NotNow) as refusal:
        home.made_ready(fresh=fresh)
    assert (refusal.value.code, drop) == ("demo.not_a_demo", [])


@pytest.mark.parametrize("fresh", [True, False])
def test_a_centre_without_users_in_which_anything_was_done_is_real(drop, fresh):
    load_shipped(the_centre(), by=system_user(), today=TODAY)
    with pytest.raises(NotNow) as refusal:
        home.made_ready(fresh=fresh)
    assert (refusal.value.code, drop) == ("demo.not_a_demo", [])


@pytest.mark.parametrize("fresh", [True, False])
def test_conversations_beside_an_empty_database_are_a_real_centres(drop, fresh):
    """The same home with its database elsewhere, named by a variable that is missing this once."""
    words = kept(lake.root() / "contacts")
    with pytest.raises(NotNow) as refusal:
        home.made_ready(fresh=fresh)
    assert (refusal.value.code, drop, words.exists()) == ("demo.lake_in_use", [], True)


def begun():
    home.begin(the_centre())
    kept(lake.root() / "contacts")
    kept(home.home() / "media")
    kept(home.uploads() / "1")
    (home.home() / "demo-contacts.jsonl").write_text("half a file")


@pytest.mark.parametrize("fresh", [True, False])
def test_what_a_broken_off_demo_began_is_cleared(drop, fresh):
    begun()
    assert home.standing() == home.BEGUN
    assert home.made_ready(fresh=fresh) is not fresh
    assert drop == ["dropped"]
    assert [path.name for path in home.home().rglob("*") if path.is_file()] == []


def test_a_whole_demo_is_kept_and_cleared_only_when_asked(drop):
    begun()
    home.password_file().write_text("hengcai-123456")
    assert home.standing() == home.WHOLE
    assert home.made_ready(fresh=False) is False
    assert drop == []
    assert home.password_file().exists()
    home.made_ready(fresh=True)
    assert drop == ["dropped"]
    assert not home.password_file().exists()


def test_a_lake_elsewhere_goes_only_when_the_demo_marked_it(drop, settings, tmp_path_factory):
    outside = tmp_path_factory.mktemp("elsewhere")
    settings.LAKE = str(outside / "lake")
    begun()
    (lake.root() / home.MARK).unlink()
    with pytest.raises(NotNow) as refusal:
        home.made_ready(fresh=True)
    assert (refusal.value.code, drop) == ("demo.lake_in_use", [])
    (lake.root() / home.MARK).touch()
    home.made_ready(fresh=True)
    assert (drop, lake.root().exists()) == (["dropped"], False)


def test_recordings_elsewhere_are_never_removed(drop, settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    begun()
    recording = kept(settings.MEDIA_ROOT)
    home.made_ready(fresh=True)
    assert (drop, recording.exists()) == (["dropped"], True)


def test_two_demos_are_not_loaded_into_one_home_at_once():
    home.home().mkdir(exist_ok=True)
    with (home.home() / "demo.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(NotNow) as refusal, home.kept_to_oneself():
            pass
    assert refusal.value.code == "demo.being_loaded"
    with home.kept_to_oneself():
        assert Centre.objects.filter(is_demo=True).count() == 0
