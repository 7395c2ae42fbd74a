"""Papers of a procedure and signatures on paper: by page, by API and by command, each door refusing with one clear line."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from hengcai.appraisal import actions, policy_files
from hengcai.appraisal.models import Acknowledgement, PolicyFile
from hengcai.base import clock
from hengcai.cli.program import run
from tests import cast
from tests.appraisal import procedure

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
PDF, WORDS = b"%PDF-1.7 minutes", b"only words"
DOORS = ("page", "api", "command")


@pytest.fixture(autouse=True)
def english(monkeypatch, settings, tmp_path):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def policy():
    """Announced yesterday, so that today's signatures on paper may lie after it."""
    made = actions.add_policy(cast.centre(), by=cast.user("zheng"), kind="quarterly", text="customer_minimum: 8\n")
    today = clock.today()
    for name in ("li", "wang", "wu"):
        cast.person(name)
    return procedure.announced(made, today=today - 3 * procedure.A_DAY, in_force_from=today + procedure.A_DAY)


def png():
    out = BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    return out.getvalue()


def visitor(name):
    client = Client()
    client.cookies["hengcai_language"] = "en"
    client.force_login(cast.user(name))
    return client


class Doors:
    """What each answers: whether it was done, and the line it says otherwise."""

    def __init__(self, policy, tmp_path, capsys):
        self.policy, self.folder, self.capsys = policy, tmp_path, capsys

    def send(self, door, name, content, *, by="wu"):
        if door == "command":
            (self.folder / name).write_bytes(content)
            return self._run("add-file", self._version(), str(self.folder / name))
        upload = SimpleUploadedFile(name, content)
        if door == "api":
            return self._told(visitor(by).post(f"/api/appraisal/procedures/{self.policy.pk}/files", {"file": upload}))
        page = f"/policies/{self.policy.pk}/procedure/"
        return self._shown(visitor(by).post(page, {"do": "file", "file": upload}))

    def sign(self, door, numbers, day, *, by="wu"):
        if door == "command":
            table = self.folder / "signed.csv"
            table.write_text("agent\n" + "\n".join(numbers), "utf-8")
            return self._run("take-signatures", self._version(), str(table), "--on", str(day))
        if door == "api":
            body = json.dumps({"numbers": numbers, "signed_on": str(day)})
            path = f"/api/appraisal/procedures/{self.policy.pk}/signatures"
            return self._told(visitor(by).post(path, body, content_type="application/json"))
        facts = {"do": "paper", "numbers": "\n".join(numbers), "signed_on": str(day)}
        return self._shown(visitor(by).post(f"/policies/{self.policy.pk}/signatures/", facts))

    def _version(self):
        return f"quarterly-{self.policy.number}"

    def _run(self, *command):
        code = run(["policy", *command])
        said = self.capsys.readouterr().err.splitlines()
        assert len(said) == (0 if code == 0 else 1)
        return code == 0, said[0] if said else ""

    def _told(self, answer):
        return answer.status_code == 200, "" if answer.status_code == 200 else answer.json()["detail"]

    def _shown(self, answer):
        return answer.status_code == 302, answer.content.decode()


@pytest.fixture
def doors(policy, tmp_path, capsys):
    return Doors(policy, tmp_path, capsys)


@pytest.mark.parametrize("door", DOORS)
def test_papers_are_kept_and_what_is_called_otherwise_than_it_is_is_refused(doors, door, monkeypatch):
    assert doors.send(door, "minutes.pdf", PDF)[0]
    assert doors.send(door, "photo", png())[0]
    assert list(PolicyFile.objects.order_by("pk").values_list("name", "media_type", "step")) == [
        ("minutes.pdf", "application/pdf", "announced"), ("photo.png", "image/png", "announced"),
    ]  # fmt: skip
    done, said = doors.send(door, "sheet.pdf", png())
    assert not done
    assert "ends in pdf but contains png" in said
    done, said = doors.send(door, "letter.pdf", WORDS)
    assert not done
    assert "Only PDF, PNG, JPG" in said
    monkeypatch.setattr(policy_files, "MEGABYTES", 1)
    done, said = doors.send(door, "large.pdf", PDF + bytes(1_000_000))
    assert not done
    assert "larger than 1 MB" in said
    assert PolicyFile.objects.count() == 2
    assert len(list(policy_files.path_of(policy_files.FOLDER).iterdir())) == 2


@pytest.mark.parametrize("door", DOORS)
def test_signatures_on_paper_are_taken_in_once_and_never_before_the_notice(doors, door):
    today = clock.today()
    assert doors.sign(door, ["li", "wang", "li"], today)[0]
    assert doors.sign(door, ["li"], today)[0]
    signed = Acknowledgement.objects.filter(policy=doors.policy)
    assert set(signed.values_list("person__number", "signed_on")) == {("li", today), ("wang", today)}
    for numbers, day in ((["nobody"], today), (["he"], today + procedure.A_DAY), ([], today)):
        done, said = doors.sign(door, numbers, day)
        assert not done
        assert said
    assert signed.count() == 2


@pytest.mark.parametrize("door", ["page", "api"])
def test_neither_is_for_somebody_else_nor_for_oneself(doors, door):
    assert not doors.send(door, "minutes.pdf", PDF, by="li")[0]
    assert not doors.sign(door, ["wang"], clock.today(), by="li")[0]
    done, said = doors.sign(door, ["wu"], clock.today(), by="wu")
    assert not done
    assert "You cannot record your own signature" in said
    assert not PolicyFile.objects.exists()
    assert not Acknowledgement.objects.filter(policy=doors.policy).exists()


def test_what_is_kept_is_listed_and_handed_out_to_the_panel_alone(doors):
    doors.send("api", "minutes.pdf", PDF)
    path = f"/api/appraisal/procedures/{doors.policy.pk}/files"
    (one,) = visitor("zheng").get(path).json()
    assert (one["name"], one["step"], one["size"]) == ("minutes.pdf", "announced", len(PDF))
    answer = visitor("zheng").get(f"{path}/{one['id']}")
    assert b"".join(answer.streaming_content) == PDF
    for one_path in (path, f"{path}/{one['id']}"):
        assert visitor("li").get(one_path).status_code == 403
