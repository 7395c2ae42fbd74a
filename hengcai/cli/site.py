"""The place itself: demo, serve, worker, check, setup."""

import argparse
import getpass
import json
import os
import sys
from typing import Any

from hengcai.cli import checking_words, site_words  # noqa: F401 - their sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.prepare import collected, prepared

PORTS = 1 << 16


def add_parser(commands: Any) -> None:
    _demo(commands)
    serve = commands.add_parser("serve", help=told("site.serve"), epilog="hengcai serve --port 8000")
    serve.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")), help=told("site.port"))
    serve.add_argument("--host", default="127.0.0.1", help=told("site.host"))
    serve.set_defaults(run=run_serve)
    worker = commands.add_parser("worker", help=told("site.worker"), epilog="hengcai worker")
    worker.set_defaults(run=run_worker)
    check = commands.add_parser("check", help=told("site.check"), epilog="hengcai check --rescore")
    check.add_argument("--rescore", action="store_true", help=told("site.rescore"))
    check.add_argument("--json", metavar="-", choices=["-"], help=told("site.json"))
    check.set_defaults(run=run_check)
    standards = commands.add_parser("load-standards", help=told("site.standards"), epilog="hengcai load-standards")
    standards.set_defaults(run=run_load_standards)
    setup = commands.add_parser("setup", help=told("site.setup"), epilog="hengcai setup --username sun")
    setup.add_argument("--username", required=True, help=told("site.username"))
    setup.add_argument("--name", default="", help=told("site.name"))
    setup.set_defaults(run=run_setup)


def _demo(commands: Any) -> None:
    demo = commands.add_parser("demo", help=told("site.demo"), epilog="hengcai demo --agents 120 --seed 1")
    demo.add_argument("--agents", type=int, default=120, help=told("site.agents"))
    demo.add_argument("--seed", type=int, default=1, help=told("site.seed"))
    demo.add_argument("--fresh", action="store_true", help=told("site.fresh"))
    demo.set_defaults(run=run_demo)


def run_demo(chosen: argparse.Namespace) -> int:
    """Loads once; a second run keeps the data and says so. What was broken off is cleared and loaded anew."""
    from hengcai.cli.prepare import started

    started()
    from hengcai.demo import home, load, people

    people.check_agents(chosen.agents)
    home.standing()  # a real centre is refused before even the lock is written into its folder
    with home.kept_to_oneself():
        if home.made_ready(fresh=chosen.fresh):
            _tell("site.demo_anew")
        prepared()
        outcome = load.load_demo(agents=chosen.agents, seed=chosen.seed, tell=_tell)
    for line in load.sign_in_lines(outcome):
        print(line)
    return 0


def _tell(code: str, **facts: object) -> None:
    print(told(code, **facts), file=sys.stderr, flush=True)


def run_serve(chosen: argparse.Namespace) -> int:
    """What made the home ready gives its place to a small process that minds the web server and the worker."""
    _check_address(chosen.host, chosen.port)
    prepared()
    collected()
    from django.conf import settings
    from django.db import connections

    connections.close_all()
    print(f"Hengcai: http://{chosen.host}:{chosen.port}", flush=True)
    pulse = str(settings.HOME / "worker.pulse")
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # one for each of eight threads keeps what a page needed for ever
    os.execv(sys.executable, [sys.executable, "-m", "hengcai.cli.serving", chosen.host, str(chosen.port), pulse])


def _check_address(host: str, port: int) -> None:
    """The web server tries for ever where it cannot listen, and says nothing."""
    import socket

    from hengcai.base.errors import NotNow, NotValid

    if not 0 < port < PORTS:
        raise NotValid("site.port_wrong", port=port)
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((host, port))
    except OSError as error:
        raise NotNow("site.port_taken", host=host, port=port, said=error.strerror) from error


def run_worker(_chosen: argparse.Namespace) -> int:
    prepared()
    import threading

    from hengcai.cli.serving import is_left_alone
    from hengcai.jobs.pulse import beating
    from hengcai.jobs.worker import work

    beating(threading.main_thread())
    work(until=is_left_alone, meanwhile=_when_due)
    return 0


def _when_due() -> None:
    from hengcai.appraisal.calendar_jobs import ask_for_calendar
    from hengcai.appraisal.tasks import ask_joiners_to_sign
    from hengcai.assessment.tasks import ask_to_close, ask_to_end_sittings
    from hengcai.audit.heads import keep_when_due
    from hengcai.bulletins.tasks import ask_to_follow
    from hengcai.growth.tasks import ask_to_count
    from hengcai.improvement.tasks import ask_for_counts, ask_for_reports
    from hengcai.inbox.tasks import ask_for_round, ask_for_sending
    from hengcai.interactions.tasks import ask_for_operations
    from hengcai.mentoring.tasks import ask_to_look_after
    from hengcai.programme.tasks import ask_for_surges, ask_to_measure
    from hengcai.quality.tasks import ask_for_duties
    from hengcai.records.tasks import ask_for_records_round
    from hengcai.review.tasks import ask_for_reviews
    from hengcai.training.tasks import ask_to_remind

    ask_for_duties()
    ask_for_reviews()
    ask_for_records_round()
    ask_for_round()
    ask_for_calendar()
    ask_for_sending()
    ask_for_operations()
    ask_for_counts()
    ask_for_reports()
    ask_to_close()
    ask_to_end_sittings()
    ask_to_count()
    ask_joiners_to_sign()
    ask_to_measure()
    ask_to_look_after()
    ask_to_remind()
    ask_to_follow()
    ask_for_surges()
    keep_when_due()


def run_check(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.cli.checking import findings, rescored

    found = findings()
    if chosen.rescore:
        found.append(rescored())
    if chosen.json:
        print(json.dumps({"checks": [finding.__dict__ for finding in found]}, ensure_ascii=False))
    else:
        for finding in found:
            print(told("check.line", mark="ok" if finding.is_well else "!!", what=finding.named, state=finding.state))
    return 0 if all(finding.is_well for finding in found) else 1


def run_load_standards(_chosen: argparse.Namespace) -> int:
    """What is there already stays as it is."""
    prepared()
    from django.utils.timezone import localdate

    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.appraisal.actions import load_shipped_policies
    from hengcai.assessment.actions import load_shipped_bank, load_shipped_checklists, load_shipped_questionnaires
    from hengcai.framework.actions import load_shipped
    from hengcai.framework.queries import framework_in_force
    from hengcai.quality.actions.seeds import load_seed_scorecards
    from hengcai.simulation.actions import load_shipped_scenarios
    from hengcai.training.actions import load_shipped_courses

    centre, system, today = the_centre(), system_user(), localdate()
    if framework_in_force() is None:
        load_shipped(centre, by=system, today=today)
    cards = load_seed_scorecards(centre, by=system, on=today)
    policies = load_shipped_policies(centre, by=system, today=today)
    load_shipped_questionnaires(centre, by=system, today=today)
    load_shipped_checklists(centre, by=system, today=today)
    load_shipped_courses(centre, by=system, today=today)
    load_shipped_bank(centre, by=system)
    load_shipped_scenarios(centre, by=system, today=today)
    print(told("check.standards", framework=framework_in_force(), cards=len(cards), policies=len(policies)))
    return 0


def run_setup(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.actions import add_user
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import has_administrator, the_centre
    from hengcai.base.errors import NotNow

    if has_administrator():
        raise NotNow("accounts.already_set_up")
    password = os.environ.get("HENGCAI_SETUP_PASSWORD") or getpass.getpass()
    name = chosen.name or chosen.username
    add_user(the_centre(), by=system_user(), username=chosen.username, name=name, roles=["admin"], password=password)
    print(told("check.administrator_made", name=chosen.username))
    return 0
