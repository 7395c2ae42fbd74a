"""What the web server keeps of an hour's work: heavy things are done elsewhere."""

import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests import home as tests_home
from tests.cli.test_serving import ENVIRONMENT, answered, serving, until, web_of

REQUESTS = 2000
PEOPLE = ("zhao", "feng", "chen", "qian", "li", "wu", "sun")
LINK = re.compile(r'href="(/[^"#]*)"')
LEFT_ALONE = ("/static/", "/account/", "/language/", "?lang", "/api/docs", "/download-all")
pytestmark = pytest.mark.slow


class Visitor:
    """Signs in once, then goes wherever the pages lead, a page at a time."""

    def __init__(self, address: str, name: str, password: str) -> None:
        self.address = address
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.get("/account/login/")
        self.post("/account/login/", {"login": name, "password": password})
        self.waiting, self.known = ["/"], {"/"}

    def get(self, path: str) -> bytes:
        with self.opener.open(self.address + path, timeout=60) as answer:
            return answer.read()

    def post(self, path: str, fields: dict[str, str]) -> bytes:
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": self.token()}).encode()
        with self.opener.open(urllib.request.Request(self.address + path, body, self.headers()), timeout=60) as answer:
            return answer.read()

    def send(self, path: str, fields: dict[str, str], name: str, content: bytes) -> None:
        mark = "----mark"
        fields = {**fields, "csrfmiddlewaretoken": self.token()}
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
        file = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join(parts).encode() + file.encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {**self.headers(), "Content-Type": f"multipart/form-data; boundary={mark}"}
        self.opener.open(urllib.request.Request(self.address + path, body, headers), timeout=60).close()

    def token(self) -> str:
        return next(one.value or "" for one in self.jar if "csrf" in one.name)

    def headers(self) -> dict[str, str]:
        return {"Referer": self.address + "/"}

    def step(self) -> None:
        path = self.waiting.pop(0)
        self.waiting.append(path)
        try:
            page = self.get(path)
        except urllib.error.HTTPError as error:
            if error.code not in (403, 404, 409, 422):
                raise
            self.waiting.remove(path)
            return
        for link in LINK.findall(page.decode(errors="ignore")):
            link = link.replace("&amp;", "&")
            if link not in self.known and not any(part in link for part in LEFT_ALONE):
                self.known.add(link)
                self.waiting.insert(0 if link.endswith(("/pdf", "/xlsx")) else len(self.waiting), link)


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    home = tmp_path_factory.mktemp("centre")
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(home)}
    (home / "assets").symlink_to(tests_home.FONTS, target_is_directory=True)
    demo = [sys.executable, "-m", "hengcai", "demo", "--agents", "40"]
    told = subprocess.run(demo, env=environment, capture_output=True, text=True, check=True).stdout
    return home, re.search(r"password: (\S+)", told)[1]


def all_resident_megabytes(pid: int) -> float:
    """With what it shares with others: more than it costs."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def contacts(count: int, of: int) -> bytes:
    rows = [f"M{of}-{n},1001,2026-03-0{1 + n % 9}T09:{n % 60:02d}:00,call,agent: 您好" for n in range(count)]
    return "\n".join(["id,agent,started_at,channel,text", *rows]).encode()


def test_the_web_server_stays_under_200_megabytes_after_2000_mixed_requests(centre):
    home, password = centre
    for process, address in serving(home):
        answered(f"{address}/healthz")
        until(lambda pid=process.pid: web_of(pid))
        visitors = [Visitor(address, name, password) for name in PEOPLE]
        for count in range(REQUESTS // len(visitors)):
            for visitor in visitors:
                visitor.step()
            if count % 40 == 0:
                visitors[-1].get("/imports/")
                fields = {"kind": "contacts"}
                visitors[-1].send("/imports/new/", fields, f"c{count}.csv", contacts(2000, count))
        seen = {path for visitor in visitors for path in visitor.known}
        assert any("pdf" in path for path in seen)
        assert any("xlsx" in path for path in seen)
        assert any(re.fullmatch(r"/contacts/\d+/", path) for path in seen)
        megabytes = all_resident_megabytes(web_of(process.pid))
        sys.stdout.write(f"{megabytes:.0f} MB, {len(seen)} addresses\n")
        assert megabytes <= 200
