"""A city's public interface that behaves as it is told: real HTTP on this machine."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from committee.members.models import Role
from environment.pulls.actions import create_pull
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

NO_DATA = json.dumps({"RESULT": {"CODE": "INFO-200", "MESSAGE": "해당하는 데이터가 없습니다."}})
BAD_KEY = "<RESULT><CODE>INFO-100</CODE><MESSAGE><![CDATA[인증키가 유효하지 않습니다.]]></MESSAGE></RESULT>"
OVER_QUOTA = (
    "<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg>"
    "<returnAuthMsg>LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR</returnAuthMsg>"
    "<returnReasonCode>22</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>"
)


def rows(pm25=20, when="202003011200", total=None):
    row = {"MSRMT_DT": when, "MSRSTN_NM": "종로구", "PM": 34.0, "FPM": pm25, "OZON": 0.035, "NTDX": 0.008}
    row |= {"CBMX": 0.3, "SPDX": 0.004, "SAREA_NM": "도심권"}
    result = {"CODE": "INFO-000", "MESSAGE": "정상 처리되었습니다."}
    answer = {"list_total_count": total or 1, "RESULT": result, "row": [row]}
    return json.dumps({"RealtimeCityAir": answer}, ensure_ascii=False)


class Interface(ThreadingHTTPServer):
    """Answers with pairs of status and text one after the other, the last one for ever."""

    def __init__(self, *answers):
        super().__init__(("127.0.0.1", 0), Answering)
        self.answers = list(answers)
        self.asked = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        answers = self.server.answers
        status, text = answers.pop(0) if len(answers) > 1 else answers[0]
        if status is None:
            self.server.hang.wait(5)
            return
        body = text.encode()
        self.send_response(status)
        # A length that is promised and not kept is how a connection breaks off.
        promised = len(body) + (500 if text.endswith("…") else 0)
        self.send_header("Content-Length", str(promised))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words):
        """Say nothing."""


@contextmanager
def interface(settings, *answers):
    """Serve the answers as Seoul's interface, with a key set."""
    server = Interface(*answers)
    server.hang = threading.Event()
    settings.SEOUL_API_ADDRESS, settings.SEOUL_API_KEY = server.url, "secret-key"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.hang.set()
        server.shutdown()
        thread.join()
        server.server_close()


def seoul_now(**fields):
    seoul(), beijing()
    return create_pull(by=member_with(Role.LIAISON), service="RealtimeCityAir", **fields)
