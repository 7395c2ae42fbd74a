"""Somebody at the browser: signs in, goes somewhere, does things, and notices what goes wrong on the way."""

from django.conf import settings
from django.test import Client

from tests.cast import user

PASSWORD = "a-long-password"


class Visitor:
    """`tab` is where they are, even nowhere yet; `page` is their home until they have gone somewhere else."""

    def __init__(self, browser, address, name, *, width, language, scripts, by_password=False):
        self.address, self.problems = address, []
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            accept_downloads=True,
            reduced_motion="reduce",
        )
        self.context.add_cookies([{"name": "hengcai_language", "value": language, "url": address}])
        self.tab = self.context.new_page()
        self.tab.on("console", self._said)
        self.tab.on("pageerror", lambda error: self.problems.append(str(error)))
        person = user(name)
        if not person.check_password(PASSWORD):  # with which they sign what they sign; anew, it would end other visits
            person.set_password(PASSWORD)
            person.save()
        if by_password:
            self._sign_in(name)
        else:
            self._be_signed_in(person)

    @property
    def page(self):
        if self.tab.url == "about:blank":
            self.tab.goto(f"{self.address}/")
        return self.tab

    def _said(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.problems.append(message.text)

    def _be_signed_in(self, person):
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address}])

    def _sign_in(self, name):
        self.tab.goto(f"{self.address}/account/login/")
        self.tab.fill("#id_login", name)
        self.tab.fill("#id_password", PASSWORD)
        self.tab.click("button.btn-primary")
        self.tab.wait_for_url(f"{self.address}/")

    def go(self, path):
        # a page that loads itself anew at the same moment leaves the first without an answer
        answer = self.tab.goto(f"{self.address}{path}") or self.tab.reload()
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.tab

    def download(self, selector):
        with self.page.expect_download() as waiting:
            self.page.click(selector)
        return waiting.value.path()

    def text(self):
        return self.page.inner_text("main")

    def leave(self):
        self.context.close()
