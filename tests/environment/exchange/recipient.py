"""A city's own web server, which gets receipts: real HTTP on this machine."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class Recipient(HTTPServer):
    """Answers with the given statuses one after the other, the last one for ever; keeps what it got."""

    def __init__(self, *statuses):
        super().__init__(("127.0.0.1", 0), Answering)
        self.statuses = list(statuses)
        self.received = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/receipts?of=air"


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((self.path, dict(self.headers.items()), body))
        statuses = self.server.statuses
        self.send_response(statuses.pop(0) if len(statuses) > 1 else statuses[0])
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words):
        """Say nothing."""


@contextmanager
def recipient(*statuses):
    server = Recipient(*statuses or [204])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
