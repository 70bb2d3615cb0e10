"""What the demonstration shows of the exchange about alerts: invented words of the two liaison officers."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.members.models import Member
from environment.threads.actions import (
    acknowledge,
    close_thread,
    open_thread,
    record_measure,
    send_message,
    translate,
)
from environment.threads.models import Acknowledgement, AlertThread, ThreadMessage
from environment.threads.translations import MessageTranslation

HOUR = datetime.timedelta(hours=1)
SEOUL, BEIJING = "seoul", "beijing"


@dataclass(frozen=True)
class Words:
    ko: str
    zh: str
    en: str

    @property
    def by_language(self) -> dict[str, str]:
        return {"ko": self.ko, "zh-hans": self.zh, "en": self.en}


TITLES = {
    SEOUL: Words("서울 초미세먼지(PM2.5) 주의보", "首尔细颗粒物（PM2.5）注意报", "Seoul: PM2.5 advisory"),
    BEIJING: Words("베이징 대기 중오염 예경보", "北京空气重污染预警", "Beijing: heavy air pollution warning"),
}
ALERTS = {
    SEOUL: Words(
        "서울의 PM2.5 시간평균농도가 2시간 이상 75 µg/m³를 넘었습니다.",
        "首尔PM2.5小时平均浓度连续2小时超过75 µg/m³。",
        "The hourly mean of PM2.5 in Seoul stayed above 75 µg/m³ for two hours.",
    ),
    BEIJING: Words(
        "베이징의 일 AQI가 이틀 연속 200을 넘었습니다.",
        "北京日AQI连续两天超过200。",
        "The daily AQI of Beijing was above 200 on two days in a row.",
    ),
}
# Whose air it is: the officer there writes first, the other answers and translates.
FIRST = {
    SEOUL: "공공기관 차량 2부제와 도로 물청소를 시행합니다. 베이징의 현재 상황을 알려 주십시오.",
    BEIJING: "我市已启动预警措施。请告知首尔目前的情况。",
}
FIRST_TRANSLATED = {
    SEOUL: ("zh_hans", "我市对公共机构车辆实行单双号限行，并加强道路冲洗。请告知北京目前的情况。"),
    BEIJING: ("ko", "우리 시는 예경보 조치를 시작하였습니다. 서울의 현재 상황을 알려 주십시오."),
}
ANSWERS = {
    SEOUL: "서울은 현재 보통 수준입니다. 동풍이 불 것으로 보고 계속 관찰하겠습니다.",
    BEIJING: "北京目前为轻度污染，风力减弱。我们将每小时提供数据。",
}
MEASURES = {
    SEOUL: Words(
        "공공기관 차량 2부제", "公共机构车辆单双号限行", "Alternate-day driving for public vehicles"
    ),
    BEIJING: Words(
        "건설 현장 토석방 작업 중지", "施工工地停止土石方作业", "Earthwork on building sites stopped"
    ),
}
NOTES = {
    SEOUL: "주의보가 해제되어 이 연락을 마칩니다. 협조에 감사드립니다.",
    BEIJING: "预警已解除，本次联络到此结束。感谢配合。",
}
OWN_LANGUAGE = {SEOUL: "text_ko", BEIJING: "text_zh_hans"}


@transaction.atomic
def show_threads(*, now: datetime.datetime) -> None:
    """Let one exchange be settled since three weeks ago and another one wait for an answer.

    They are about the latest alerts in the invented air, or about invented ones where it gave none.
    """
    if ThreadMessage.objects.filter(author__isnull=False).exists():
        return
    threads = list(AlertThread.objects.order_by("opened_at", "pk")) or [_opened(BEIJING), _opened(SEOUL)]
    *before, latest = threads
    for thread in before[-1:]:
        converse(thread, at=now - datetime.timedelta(days=21), is_settled=True)
    converse(latest, at=now - 5 * HOUR, is_settled=False)


@transaction.atomic
def converse(thread: AlertThread, *, at: datetime.datetime, is_settled: bool) -> None:
    """Let both officers write in a thread as if from `at` on, an hour between one act and the next."""
    here = thread.city.code
    there = BEIJING if here == SEOUL else SEOUL
    officers = {
        code: Member.objects.select_related("city").get(username=f"liaison.{code}") for code in (here, there)
    }
    opening = thread.messages.latest("pk")
    acknowledge(by=officers[here], thread=thread, seen_message=opening.pk)
    acknowledge(by=officers[there], thread=thread, seen_message=opening.pk)
    first = send_message(by=officers[here], thread=thread, **{OWN_LANGUAGE[here]: FIRST[here]})
    language, text = FIRST_TRANSLATED[here]
    translate(by=officers[there], message=first, language=language, text=text)
    words = MEASURES[here]
    record_measure(
        by=officers[here],
        thread=thread,
        taken_from=at.astimezone(thread.city.zone).date(),
        text_ko=words.ko,
        text_zh_hans=words.zh,
        text_en=words.en,
    )
    if is_settled:
        acknowledge(by=officers[there], thread=thread, seen_message=first.pk)
        answer = send_message(by=officers[there], thread=thread, **{OWN_LANGUAGE[there]: ANSWERS[there]})
        acknowledge(by=officers[here], thread=thread, seen_message=answer.pk)
        close_thread(by=officers[here], thread=thread, **{OWN_LANGUAGE[here]: NOTES[here]})
    _date_back(thread, at)


def _opened(code: str) -> AlertThread:
    title, text = TITLES[code].by_language, ALERTS[code].by_language
    return open_thread(city=City.objects.get(code=code), title=title, text=text, opened_at=timezone.now())


def _date_back(thread: AlertThread, at: datetime.datetime) -> None:
    """Mark it as invented, and let each message be half an hour after the one before it."""
    AlertThread.objects.filter(pk=thread.pk).update(is_illustrative=True, opened_at=at)
    for place, message in enumerate(thread.messages.all()):
        sent_at = at + place * HOUR / 2
        ThreadMessage.objects.filter(pk=message.pk).update(sent_at=sent_at)
        soon = sent_at + HOUR / 4
        Acknowledgement.objects.filter(message=message, at__isnull=False).update(at=soon)
        MessageTranslation.objects.filter(message=message).update(at=soon)
