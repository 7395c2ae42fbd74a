"""Robots and a mail server on this machine that answer as the real ones do."""

import base64
import hashlib
import hmac
import json
import socketserver
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

A_MINUTE, TEN_MINUTES, AN_HOUR = 60, 600, 3_600


class Robot:
    """`secret`: signing is on. `broken` answers with that status; one that `hangs_up` takes it and says nothing; `clock` is the robot's, which a test may put forward."""

    def __init__(self, kind, secret="", most=20):
        self.kind, self.secret, self.most = kind, secret, most
        self.taken, self.knocks, self.broken, self.shut_until = [], 0, 0, 0.0
        self.clock, self.hangs_up = time.time, False

    def answer(self, path, body):
        self.knocks += 1
        if self.broken:
            return self.broken, b"<html>busy</html>"
        now = self.clock()
        try:
            told = json.loads(body)
        except ValueError:
            return self._said({"wecom": 40035, "dingtalk": 40035, "feishu": 9499}[self.kind])
        if self.kind == "gateway":
            self.taken.append((now, told))
            return 202, b""
        if self.secret and not getattr(self, f"_signed_{self.kind}")(path, told, now):
            return self._said({"dingtalk": 310000, "feishu": 19021}[self.kind])
        if now < self.shut_until:
            return self._said({"wecom": 45009, "dingtalk": 130101, "feishu": 11232}[self.kind])
        if len([at for at, _told in self.taken if at > now - A_MINUTE]) >= self.most:
            self.shut_until = now + (TEN_MINUTES if self.kind == "dingtalk" else A_MINUTE)
            return self._said({"wecom": 45009, "dingtalk": 130101, "feishu": 11232}[self.kind])
        if not self._text(told):
            return self._said({"wecom": 44004, "dingtalk": 40035, "feishu": 9499}[self.kind])
        self.taken.append((now, told))
        return self._said(0)

    def _said(self, code):
        name = "code" if self.kind == "feishu" else "errcode"
        return 400 if code == 9499 else 200, json.dumps({name: code, "errmsg": "", "msg": ""}).encode()

    def _text(self, told):
        return told.get("content", told.get("text", {})).get("text" if self.kind == "feishu" else "content")

    def _signed_dingtalk(self, path, _told, now):
        query = parse_qs(urlsplit(path).query)
        stamp = query.get("timestamp", ["0"])[0]
        made = hmac.new(self.secret.encode(), f"{stamp}\n{self.secret}".encode(), hashlib.sha256).digest()
        return abs(int(stamp) / 1000 - now) < AN_HOUR and query.get("sign") == [base64.b64encode(made).decode()]

    def _signed_feishu(self, _path, told, now):
        stamp = told.get("timestamp", "0")
        made = hmac.new(f"{stamp}\n{self.secret}".encode(), digestmod=hashlib.sha256).digest()
        return abs(int(stamp) - now) < AN_HOUR and told.get("sign") == base64.b64encode(made).decode()


@contextmanager
def standing(robot):
    """`host:port` of the robot."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, said = robot.answer(self.path, body)
            if robot.hangs_up:
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_args):
            pass

    with _served(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"127.0.0.1:{port}"


class MailServer:
    def __init__(self):
        self.taken, self.refuses = [], ""


@contextmanager
def mail_standing(server):
    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            self.say("220 here")
            while line := self.rfile.readline():
                verb = line.strip().upper()[:4]
                if verb == b"QUIT":
                    self.say("221 bye")
                    return
                if verb == b"RCPT" and server.refuses:
                    self.say(server.refuses)
                elif verb == b"DATA":
                    self.say("354 go on")
                    server.taken.append(self.letter())
                    self.say("250 taken")
                else:
                    self.say("250 ok")

        def letter(self):
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            return b"".join(lines)

        def say(self, text):
            self.wfile.write(text.encode() + b"\r\n")

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address, daemon_threads = True, True

    with _served(Server(("127.0.0.1", 0), Handler)) as port:
        yield port


@contextmanager
def _served(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
