"""A loopback stub of an OpenAI-compatible endpoint: it answers what it is told to, and keeps what it was asked."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.test import override_settings


@contextmanager
def stub(*answers):
    """Each answer in turn, the last one ever after: a text, a status, or a body as it is."""
    asked, ahead = [], list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = ahead.pop(0) if len(ahead) > 1 else ahead[0]
            status = answer if isinstance(answer, int) else 200
            body = json.dumps(told(answer) if isinstance(answer, str) else answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        with override_settings(MODEL_URL=f"http://127.0.0.1:{server.server_port}/v1", MODEL_NAME="stub", MODEL_KEY="k"):
            yield asked
    finally:
        server.shutdown()
        server.server_close()


def told(text):
    return {
        "id": "1", "object": "chat.completion", "created": 1, "model": "stub",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        "usage": {"prompt_tokens": 90, "completion_tokens": 10, "total_tokens": 100},
    }  # fmt: skip
