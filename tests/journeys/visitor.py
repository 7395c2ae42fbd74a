"""Somebody at the browser: signs in, goes somewhere, does things, and notices what goes wrong on the way."""

from tests.cast import user

PASSWORD = "a-long-password"


class Visitor:
    def __init__(self, browser, address, name, *, width, language, scripts):
        self.address, self.problems = address, []
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            accept_downloads=True,
            reduced_motion="reduce",
        )
        self.context.add_cookies([{"name": "hengcai_language", "value": language, "url": address}])
        self.page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self._sign_in(name)

    def _said(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.problems.append(message.text)

    def _sign_in(self, name):
        person = user(name)
        person.set_password(PASSWORD)
        person.save()
        self.page.goto(f"{self.address}/account/login/")
        self.page.fill("#id_login", name)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("button.btn-primary")
        self.page.wait_for_url(f"{self.address}/")

    def go(self, path):
        # a page that loads itself anew at the same moment leaves the first without an answer
        answer = self.page.goto(f"{self.address}{path}") or self.page.reload()
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    def download(self, selector):
        with self.page.expect_download() as waiting:
            self.page.click(selector)
        return waiting.value.path()

    def text(self):
        return self.page.inner_text("main")

    def leave(self):
        self.context.close()
