"""How long from the click on a row of a list until its page is painted, in a real browser on loopback."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

MOST_MS = 150
REPEATS = 9
PASSWORD = "bench-only-password"  # noqa: S105 - of a centre that lives as long as the bench
LISTS = (
    ("feng", "/quality/evaluations/"), ("wu", "/people/"), ("chen", "/quality/assignments/"),
    ("zheng", "/cycles/"), ("zheng", "/scorecards/"),
)  # fmt: skip
CLICKED = """addEventListener("click", () => sessionStorage.setItem("clicked", performance.timeOrigin + performance.now()), true);"""
PAINTED = """() => new Promise((tell) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
  const wait = () => paint()
    ? tell(performance.timeOrigin + paint().startTime - Number(sessionStorage.getItem("clicked"))) : requestAnimationFrame(wait);
  wait();
})"""


def main(home: Path) -> None:
    """In the centre that lies in `home`, which is the one Django has open."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        print("clicks: no Chromium on this machine", flush=True)
        return
    from django.contrib.auth.hashers import make_password

    from hengcai.accounts.models import User

    User.objects.filter(username__in={who for who, _path in LISTS}).update(password=make_password(PASSWORD))
    port = _free_port()
    command = [sys.executable, "-m", "hengcai", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**os.environ, "HENGCAI_HOME": str(home)}, stdout=subprocess.DEVNULL)
    try:
        _clicks(browser, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _clicks(browser: str, address: str) -> None:
    from playwright.sync_api import sync_playwright

    _wait_for(f"{address}/healthz")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for who, path in LISTS:
            context = chromium.new_context(viewport={"width": 1440, "height": 900})
            context.add_init_script(CLICKED)
            page = context.new_page()
            _sign_in(page, address, who)
            spent = sorted(_one(page, address + path) for _ in range(REPEATS))
            middle, worst = spent[REPEATS // 2], spent[-1]
            over = "" if middle <= MOST_MS else f"  over {MOST_MS} ms"
            print(
                f"row click {path:<24}{who:<8}painted in {middle:5.0f} ms, at worst {worst:5.0f} ms{over}", flush=True
            )
            context.close()
        chromium.close()


def _wait_for(url: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(url)  # noqa: S310 - our own server
        except urllib.error.HTTPError:
            return  # it answers; the worker may still be on its way
        except OSError:
            time.sleep(0.5)
        else:
            return


def _sign_in(page, address: str, who: str) -> None:
    page.goto(f"{address}/account/login/")
    page.fill("#id_login", who)
    page.fill("#id_password", PASSWORD)
    page.click("button.btn-primary")
    page.wait_for_url(f"{address}/")


def _one(page, url: str) -> float:
    page.goto(url)
    page.locator(".hc-listing tbody th a").first.click()
    page.wait_for_url(lambda there: there.partition("?")[0] != url)
    return float(page.evaluate(PAINTED))
