"""What the demonstration says the cities promised, and a few gaps in it with answers. All is invented."""

import datetime

from django.db import transaction

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.demonstration.hotline import HOTLINE
from committee.members.models import Member
from environment.demonstration.actions import PARTICLES, PARTICLES_UNTIL, STATIONS
from environment.gaps.actions import answer_gap, close_gap
from environment.gaps.finding import find_gaps
from environment.gaps.models import GapNotice
from environment.ledger.actions import create_promise
from environment.ledger.models import Promise
from environment.stations.models import Station

FROM = datetime.date(2018, 3, 20)
TERMS = {
    "title_ko": "미세먼지 시간값 제공",
    "title_zh_hans": "提供细颗粒物小时值",
    "title_en": "Hourly values of fine dust",
    "pollutants": list(PARTICLES),
    "valid_from": FROM,
    "valid_until": PARTICLES_UNTIL,
    "deadline_hours": 2,
    "shortest_gap_hours": 6,
}
ANSWERS = {
    "seoul": ("power", "측정소 정전으로 자료를 수집하지 못하였습니다."),
    "beijing": ("instrument", "仪器故障，已更换部件。"),
}
NOTES = {"seoul": "확인하였습니다.", "beijing": "已知悉。"}
DAYS_SHOWN = 60


@transaction.atomic
def show_promises(*, now: datetime.datetime) -> None:
    """Let each city promise its invented figures, and both answer for some gaps found in them."""
    officers = {code: Member.objects.get(username=f"liaison.{code}") for code in STATIONS}
    commitment = Commitment.objects.filter(agreement__title_ko=HOTLINE.agreement.ko).first()
    for code, officer in officers.items():
        if not Promise.objects.of(officer.city).exists():
            _promise(officer, code, commitment, now)
    for officer in officers.values():
        find_gaps(city=officer.city, now=now)
    GapNotice.objects.update(is_illustrative=True)
    codes = list(officers)
    for sender, receiver in (codes, codes[::-1]):
        _settle(officers, sender, receiver)


def _promise(officer: Member, code: str, commitment: Commitment | None, now: datetime.datetime) -> None:
    stations = list(Station.objects.of(officer.city).filter(code__in=STATIONS[code]))
    create_promise(by=officer, stations=stations, commitment=commitment, **TERMS)
    today = now.astimezone(officer.city.zone).date()
    again = today - datetime.timedelta(days=DAYS_SHOWN)
    if again > PARTICLES_UNTIL:
        # The invented figures have nothing between, so nothing is promised there.
        terms = {**TERMS, "valid_from": again, "valid_until": today}
        create_promise(by=officer, stations=stations, commitment=commitment, **terms)
    Promise.objects.of(officer.city).update(is_illustrative=True)


def _settle(officers: dict[str, Member], sender: str, receiver: str) -> None:
    """Let the sender answer for its two oldest gaps, and the receiver close the first of them."""
    city: City = officers[sender].city
    oldest = GapNotice.objects.filter(city=city).order_by("first_hour")[:2]
    reason, answer = ANSWERS[sender]
    answered = [
        answer_gap(by=officers[sender], notice=notice, reason=reason, answer=answer) for notice in oldest
    ]
    for notice in answered[:1]:
        close_gap(by=officers[receiver], notice=notice, closing_note=NOTES[receiver])
