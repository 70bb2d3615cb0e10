import datetime

from committee.models import City
from environment.models import AlertThread, ThreadMessage
from environment.threads.actions import open_thread
from tests.factories.city import beijing, seoul

OPENED = datetime.datetime(2026, 1, 15, 13, tzinfo=datetime.UTC)
TITLE = {"ko": "서울 초미세먼지 주의보", "zh-hans": "首尔细颗粒物预警", "en": "Seoul: PM2.5 advisory"}
TEXT = {"ko": "75 이상 2시간.", "zh-hans": "75以上持续2小时。", "en": "75 or more for 2 hours."}


def thread_of(city: City | None = None) -> AlertThread:
    """Return the thread of an alert in a city's air (Seoul's), opened just now; both cities exist."""
    beijing()
    return open_thread(city=city or seoul(), title=TITLE, text=TEXT, opened_at=OPENED)


def alert_of(thread: AlertThread) -> ThreadMessage:
    return thread.messages.get(kind=ThreadMessage.Kind.ALERT)
