"""The same picks from the centre's database, whichever it is, and from a file by `hengcai sample`. Run on PostgreSQL too."""

import csv
import json

import pytest

from hengcai.cli.program import run
from hengcai.interactions.flag_models import ContactFlag
from hengcai.interactions.models import Contact
from hengcai.quality.drawn_models import DrawnStratum
from tests import cast
from tests.quality import plans

pytestmark = pytest.mark.django_db
SIGNS = ("a", "B", "_", "中", "é", "-")  # which databases put in orders of their own
FLAGGED = plans.TEXT.replace("rules:\n", "rules:\n  - {name: loud, where: {flag: loud}, per_agent: 2}\n")


def named():
    """Contacts whose numbers sort differently from place to place; every fourth with a flag."""
    for n, one in enumerate(plans.contacts(90)):
        Contact.objects.filter(pk=one.pk).update(key=f"{SIGNS[n % 6]}{n}")
        if n % 4 == 0:
            ContactFlag.objects.create(contact=one, name="loud")


def told(path, rows):
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def by_command(folder, capsys, *, text):
    """What `hengcai sample` says of the same contacts, people and analysts."""
    (folder / "plan.yaml").write_text(text)
    contacts = [
        {
            "id": one.key, "agent": one.agent.number, "started_at": one.started_at.isoformat(), "channel": one.channel,
            "csat": one.csat or "", "flags": ";".join(one.flags.values_list("name", flat=True)),
        }
        for one in Contact.objects.select_related("agent").order_by("-key")
    ]  # fmt: skip
    people = [{"id": name, "hired_on": cast.HIRED.isoformat()} for name in ("li", "wang", "he")]
    capsys.readouterr()
    assert (
        run([
            "sample", told(folder / "contacts.csv", contacts), "--plan", str(folder / "plan.yaml"), "--people",
            told(folder / "people.csv", people), "--analysts", told(folder / "analysts.csv", plans.HEARERS),
            "--seed", str(plans.SEED), "--json", "-",
        ])
        == 0
    )  # fmt: skip
    return json.loads(capsys.readouterr().out)


def test_the_centre_draws_what_the_command_draws_from_the_file(tmp_path, capsys):
    named()
    made = plans.drawn(text=FLAGGED)
    command = by_command(tmp_path, capsys, text=FLAGGED)
    assert any(one["stratum"].endswith("|loud") for one in command["picks"])
    (draw,) = made.draws.all()
    assert {"n": draw.n, "digest": draw.digest} == command["frame"]
    rows = [
        (one.contact.key, one.stratum.key, f"{one.stratum.k}/{one.stratum.n}", one.analyst.username)
        for one in plans.picks(made).order_by("pk")
    ]
    assert rows == [(one["contact"], one["stratum"], one["inclusion"], one["analyst"]) for one in command["picks"]]
    seconds = [one.second and one.second.username for one in plans.picks(made).order_by("pk")]
    assert seconds == [one["second"] for one in command["picks"]]
    strata = DrawnStratum.objects.filter(draw=draw).order_by("pk").values_list("key", "n", "k")
    assert list(strata) == [(one["id"], one["n"], one["k"]) for one in command["strata"]]
