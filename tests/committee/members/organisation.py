"""An organisation's OpenID Connect provider on loopback: it says who has signed in with it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt

from committee.config.organisation import openid_connect

CLIENT = "tracker"
SECRET = "a secret of the organisation and the tracker"  # of a provider that lives as long as a test


class Organisation(ThreadingHTTPServer):
    """`person` is what it says of whoever comes; `asked` is what it was asked for its last token."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.person: dict[str, Any] = {}
        self.asked: dict[str, list[str]] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorise",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/person",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def token(self) -> dict[str, Any]:
        claims = {"iss": self.address, "aud": CLIENT, "iat": int(time.time()), "exp": int(time.time()) + 300}
        identity = jwt.encode(claims | self.person, SECRET, algorithm="HS256")
        return {"access_token": "good once", "token_type": "Bearer", "id_token": identity}

    def as_setting(self) -> dict[str, Any]:
        return openid_connect(
            name="The organisation", server_url=self.address, client_id=CLIENT, secret=SECRET
        )


class _Answers(BaseHTTPRequestHandler):
    server: Organisation

    def do_GET(self) -> None:
        known = {
            "/.well-known/openid-configuration": self.server.configuration,
            "/person": lambda: self.server.person,
        }
        self._answer(known[self.path]())

    def do_POST(self) -> None:
        self.server.asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(self.server.token())

    def log_message(self, *_words: object) -> None:
        """Say nothing between the tests."""

    def _answer(self, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def organisation() -> Iterator[Organisation]:
    with Organisation() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
