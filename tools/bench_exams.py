"""Three hundred people press Start within ten seconds and then answer: how long each start and each save took.

Beside it, on the same server program, a plain Django form that stores one row: what no page can be faster than.
`python tools/bench_exams.py [PEOPLE]`.
"""

import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from bench_clicks import _free_port, _wait_for

WITHIN, SAVES, QUESTIONS = 10.0, 5, 30
TOKEN, NOBODY = "t" * 32, "md5$none$none"  # nobody can sign in with it
BARS = {"start": 1.0, "save": 0.4}
FLOOR = """
from django.conf import settings
settings.configure(SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], DEBUG=False, USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "%s", "CONN_MAX_AGE": None,
                           "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;", "transaction_mode": "IMMEDIATE", "timeout": 20}}})
import django
django.setup()
from django import forms
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import path
class Form(forms.Form):
    text = forms.CharField()
def page(request):
    form = Form(request.POST)
    if form.is_valid():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO kept (text) VALUES (%%s)", [form.cleaned_data["text"]])
    return HttpResponse(form.as_p())
urlpatterns = [path("", page)]
application = get_wsgi_application()
"""


@dataclass
class Spent:
    start: list[float] = field(default_factory=list)
    save: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def main(people: int = 300) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sittings = made(folder, people)
        told("tests", served(folder, sittings, people))
        told("floor", floor(folder, people))


def made(folder: Path, people: int) -> list[dict]:
    """In a process of its own: a centre, its bank, one test announced to all, and the cookies of them all."""
    home = str(folder / "home")
    found = subprocess.run(
        [sys.executable, __file__, "--make", str(people)], env={**os.environ, "HENGCAI_HOME": home}, check=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return json.loads(found.stdout.splitlines()[-1])


def make(people: int) -> None:
    from hengcai.cli.prepare import prepared

    prepared()
    from datetime import timedelta

    from django.test import Client
    from django.utils import timezone

    from hengcai.accounts.models import RoleGrant, User, system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.assessment.actions import add_blueprint, announce_exam, load_questions, publish_blueprint
    from hengcai.assessment.actions.blueprints import Plan
    from hengcai.assessment.actions.exams import Announcement
    from hengcai.assessment.rules.drawing import Part
    from hengcai.assessment.rules.sitting_time import Window
    from hengcai.base.bilingual import Bilingual
    from hengcai.people.models import Person

    by, centre = system_user(), the_centre()
    load_questions(centre, by=by, course="bench", quiz=[question(place) for place in range(200)])
    users = User.objects.bulk_create([User(username=f"u{n}", name=f"坐席{n}", password=NOBODY) for n in range(people)])
    RoleGrant.objects.bulk_create([RoleGrant(user=user, role="agent") for user in users])
    Person.objects.bulk_create([Person(number=f"u{n}", name=f"坐席{n}", user=user) for n, user in enumerate(users)])
    plan = Plan(Bilingual("考试", "Test"), [Part(QUESTIONS)], 60)
    blueprint = publish_blueprint(
        add_blueprint(centre, by=by, code="bench", plan=plan), by=by, today=timezone.localdate()
    )
    now = timezone.now()
    keys = list(Person.objects.values_list("pk", flat=True))
    announcement = Announcement("考试", Window(now - timedelta(hours=1), now + timedelta(hours=8)), people=keys)
    exam = announce_exam(blueprint, by=by, plan=announcement)
    rows = []
    for one in exam.sittings.select_related("person__user"):
        client = Client()
        client.force_login(one.person.user)
        rows.append({"pk": one.pk, "paper": one.paper, "session": client.cookies["sessionid"].value})
    print(json.dumps(rows))


def question(place: int) -> dict:
    options = [
        {"id": one, "text": f"第 {place} 题的选项 {one}，说明怎么做", "share": "1" if one == "a" else "0"}
        for one in "abcd"
    ]
    return {
        "id": f"q{place}",
        "kind": "single",
        "text": f"客户来电说第 {place} 种情况，下一句该怎么说？",
        "options": options,
    }


def served(folder: Path, sittings: list[dict], people: int) -> Spent:
    port = _free_port()
    command = [sys.executable, "-m", "hengcai", "serve", "--port", str(port)]
    return against(command, {"HENGCAI_HOME": str(folder / "home")}, port, sittings, people)


def against(command: list[str], environment: dict[str, str], port: int, sittings: list[dict], people: int) -> Spent:
    server = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/{'healthz' if sittings[0]['pk'] else ''}")
        spent, chance = Spent(), random.Random(1)  # noqa: S311 - a spread that is the same each time
        threads = [
            threading.Thread(target=sit, args=(port, one, chance.random() * WITHIN, spent)) for one in sittings[:people]
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        return spent
    finally:
        server.terminate()
        server.wait()


def sit(port: int, sitting: dict, wait: float, spent: Spent) -> None:
    """Start with the paper that follows it, then answers, three to five seconds apart."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    path = f"/tests/sittings/{sitting['pk']}/" if sitting["pk"] else "/"
    chance = random.Random(sitting["pk"])  # noqa: S311 - the same
    time.sleep(wait)
    try:
        began = time.perf_counter()
        post(asking, sitting, path, {"do": "start", "text": "x"})
        get(asking, sitting, path)
        spent.start.append(time.perf_counter() - began)
        for key in sitting["paper"][:SAVES]:
            time.sleep(3 + 2 * chance.random())
            began = time.perf_counter()
            post(asking, sitting, path, {"do": "save", "question": key, "seen": 0, f"q-{key}": "a", "text": "x"})
            spent.save.append(time.perf_counter() - began)
    except (OSError, http.client.HTTPException, RuntimeError) as error:
        spent.errors.append(repr(error))


def post(asking, sitting: dict, path: str, facts: dict) -> None:
    asking.request("POST", path, urlencode({**facts, "csrfmiddlewaretoken": TOKEN}), headers(sitting))
    _read(asking)


def get(asking, sitting: dict, path: str) -> None:
    asking.request("GET", path, headers=headers(sitting))
    _read(asking)


def _read(asking) -> None:
    answer = asking.getresponse()
    answer.read()
    if answer.status not in (200, 302):
        raise RuntimeError(f"status {answer.status}")


def headers(sitting: dict) -> dict[str, str]:
    cookie = f"sessionid={sitting['session']}; csrftoken={TOKEN}; hengcai_language=zh-hans"
    return {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}


def floor(folder: Path, people: int) -> Spent:
    import sqlite3

    database = folder / "floor.sqlite3"
    with sqlite3.connect(database) as made_now:
        made_now.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT)")
    (folder / "floor_app.py").write_text(FLOOR % database, "utf-8")
    port = _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws", "--blocking-threads", "8",
        "floor_app:application",
    ]  # fmt: skip
    rows = [{"pk": 0, "paper": range(1, SAVES + 1), "session": ""} for _one in range(people)]
    return against(command, {"PYTHONPATH": str(folder)}, port, rows, people)


def told(name: str, spent: Spent) -> None:
    for what, bar in BARS.items():
        times = sorted(getattr(spent, what))
        if times:
            middle, late, worst = (times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 1))
            over = f"  over {bar * 1000:.0f} ms" if late > bar else ""
            shown = f"median {middle * 1000:5.0f}  p95 {late * 1000:5.0f}  worst {worst * 1000:5.0f} ms"
            print(f"{name:<6}{what:<6}{len(times):>5} times  {shown}{over}", flush=True)
    print(f"{name:<6}errors {len(spent.errors)} {spent.errors[:3]}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(int(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:]))
