"""The desk before the real server: killed between two saves, pressed fifty times, sixty-four people at once, a long queue."""

import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from hengcai.accounts.models import RoleGrant, User
from hengcai.interactions.models import Contact, Transcript
from hengcai.quality.models import Assignment
from tests import cast
from tests.journeys.served import Served, post, signed_in
from tests.quality import scene

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
LOG = logging.getLogger(__name__)  # the figures: -o log_cli=true -o log_cli_level=INFO
PEOPLE, EVERY, ROUNDS = 64, 3, 10
LOOKED = 2.5  # seconds after which an open page asks again who else is there
QUEUE, SUBMISSIONS = 10_000, 40
STATES = "SELECT state, revision, edit_count FROM quality_evaluation"
MARKS = {f"mark-{code}": mark.value for code, mark in scene.GOOD.items()}
PAINTED = """() => new Promise((tell) => {
  const begun = performance.now(), before = document.querySelector("form#card").dataset.assignment;
  const look = () => document.querySelector("form#card").dataset.assignment === before ? requestAnimationFrame(look)
    : requestAnimationFrame(() => setTimeout(() => tell(performance.now() - begun)));
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  look();
})"""
READY = """() => performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/next/") && one.responseEnd > 0).length"""
CHOOSE = """(marks) => { for (const [name, value] of Object.entries(marks)) {
  const one = document.querySelector(`input[name="${name}"][value="${value}"]`);
  one.checked = true; one.dispatchEvent(new Event("change", { bubbles: true }));
} }"""


@pytest.fixture
def serve(tmp_path):
    made = []

    def over_what_was_made():
        made.append(Served(tmp_path))
        return made[-1]

    yield over_what_was_made
    for one in made:
        one.stop()


def percentile(spent, share):
    return sorted(spent)[min(len(spent) - 1, int(len(spent) * share))]


def test_fifty_presses_at_once_are_one_revision(serve):
    given, session = scene.assignment(), signed_in(cast.user("chen"))
    served, start = serve(), Barrier(50)

    def press(_number):
        start.wait()
        return post(served, session, f"/quality/assignments/{given.pk}/", {**MARKS, "edit_count": 0, "do": "submit"})

    with ThreadPoolExecutor(50) as threads:
        found = list(threads.map(press, range(50)))
    assert {status for status, _body in found} == {302}
    assert served.rows(STATES) == [("submitted", 1, 1)]


def test_a_server_killed_between_two_saves_loses_no_key(chromium, serve):
    given, session = scene.assignment(), signed_in(cast.user("chen"))
    served = serve()
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "sessionid", "value": session, "url": served.address}])
    page = context.new_page()
    page.goto(f"{served.address}/quality/assignments/{given.pk}/")
    page.keyboard.press("4")
    with page.expect_response("**/draft/"):
        pass
    served.kill()
    page.keyboard.press("5")
    page.keyboard.press("c")
    page.keyboard.insert_text("先改套餐，后核身份")
    page.wait_for_timeout(3500)  # the save that finds nobody
    served.start()
    with page.expect_response("**/draft/", timeout=60_000):
        pass
    kept = "SELECT a.value, a.comment FROM quality_answer a JOIN quality_item i ON i.id = a.item_id ORDER BY i.code"
    assert served.rows(kept) == [("4", ""), ("5", "")] or ("5", "") in served.rows(kept)
    assert page.input_value("#comment-identity") == "先改套餐，后核身份"
    context.close()


def people(count):
    card, found = scene.scorecard(), []
    for number in range(count):
        user = User.objects.create(username=f"analyst{number}", name=f"质检{number}", password="!")
        RoleGrant.objects.create(user=user, role="analyst")
        found.append((signed_in(user), scene.assignment(analyst=user, card=card)))
    return found


def test_sixty_four_people_saving_every_three_seconds_wait_for_nobody(serve):
    """Beside the saves goes all that their open pages ask for: the sum of the marks, and who else is there."""
    those = people(PEOPLE)
    served, wrong = serve(), []
    spent = {"draft": [], "preview": [], "presence": []}
    begin = time.monotonic() + 1

    def ask(kind, place, turn, every, path, facts):
        due = begin + every * (place / PEOPLE + turn)
        time.sleep(max(0, due - time.monotonic()))
        status, body = post(served, those[place][0], path, facts)
        spent[kind].append(time.monotonic() - due)  # from when it was due: whoever waits asks no later for that
        if status != 200:
            wrong.append((kind, status, body[:200]))
        return json.loads(body)

    def score(place, kind):
        desk, edits = f"/quality/assignments/{those[place][1].pk}", 0
        for turn in range(ROUNDS):
            facts = {**MARKS, "mark-listening": str(1 + turn % 5), "comment": f"{turn}", "edit_count": edits}
            edits = ask(kind, place, turn, EVERY, f"{desk}/{kind}/", facts).get("edit_count", 0)

    def be_there(place):
        facts = {"sheet": f"assignment:{those[place][1].pk}", "window": str(place)}
        for turn in range(int(ROUNDS * EVERY / LOOKED)):
            ask("presence", place, turn, LOOKED, "/quality/presence/", facts)

    used = served.cpu_seconds(), time.process_time()
    with ThreadPoolExecutor(3 * PEOPLE) as threads:
        those_going = [threads.submit(score, place, kind) for kind in ("draft", "preview") for place in range(PEOPLE)]
        those_going += [threads.submit(be_there, place) for place in range(PEOPLE)]
    for one in those_going:
        one.result()
    wall = time.monotonic() - begin
    for kind, found in spent.items():
        p50, p99 = percentile(found, 0.5), percentile(found, 0.99)
        LOG.info(f"{kind} {len(found)}: p50 {p50:.3f} s, p99 {p99:.3f} s, max {max(found):.3f} s")
    server, askers = (
        (now - then) / wall for now, then in zip((served.cpu_seconds(), time.process_time()), used, strict=True)
    )
    LOG.info(f"of one core: server {server:.0%}, those who ask {askers:.0%}")
    assert wrong == []
    assert {row[2] for row in served.rows(STATES)} == {ROUNDS}
    assert percentile(spent["draft"], 0.99) <= 0.5


def queue(count):
    """So many contacts of one day before one analyst."""
    first = scene.assignment()
    contacts = Contact.objects.bulk_create(
        Contact(
            key=f"q{n}",
            agent=cast.li(),
            started_at=scene.NOON + timedelta(seconds=n),
            channel="call",
            turn_count=80,
            digest="d",
        )
        for n in range(count)
    )
    turns = [
        {"speaker": ("agent", "customer")[n % 2], "text": f"第{n}句，说到套餐和宽带的事。", "start": 7 * n}
        for n in range(80)
    ]
    Transcript.objects.bulk_create(Transcript(contact=one, turns=turns) for one in contacts[:60])
    facts = {
        name: getattr(first, name)
        for name in ("analyst", "scorecard", "placement", "assigned_by", "assigned_at", "due_on")
    }
    Assignment.objects.bulk_create(Assignment(contact=one, **facts) for one in contacts)
    return first


def test_the_next_of_ten_thousand_is_painted_at_once(chromium, serve):
    first, session = queue(QUEUE), signed_in(cast.user("chen"))
    served, spent = serve(), []
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_cookies([{"name": "sessionid", "value": session, "url": served.address}])
    page = context.new_page()
    page.goto(f"{served.address}/quality/assignments/{first.pk}/")
    page.evaluate("performance.setResourceTimingBufferSize(10000)")
    for count in range(1, SUBMISSIONS + 1):
        page.evaluate(CHOOSE, MARKS)
        while page.evaluate(READY) < count:
            page.wait_for_timeout(50)
        page.wait_for_timeout(300)
        spent.append(page.evaluate(PAINTED))
        page.wait_for_selector("form[data-undo]")
    LOG.info(
        f"next desk painted: p50 {percentile(spent, 0.5):.0f} ms, p95 {percentile(spent, 0.95):.0f} ms, max {max(spent):.0f} ms"
    )
    assert served.rows("SELECT count(*) FROM quality_evaluation WHERE state = 'submitted'") == [(SUBMISSIONS,)]
    assert percentile(spent, 0.95) <= 100
    context.close()
