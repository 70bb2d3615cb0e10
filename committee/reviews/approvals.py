"""Which reports wait for a city."""

from django.db.models import Exists, OuterRef, Q

from committee.cities.models import City
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import ReportRound
from committee.reviews.models import CityApproval

State = MeetingReport.State


def waiting_for(city: City) -> Q:
    """In review without the city's approval of the latest round, or approved and not published yet."""
    rounds = ReportRound.objects.filter(report=OuterRef(OuterRef("pk")), state=ReportRound.State.FROZEN)
    latest = rounds.order_by("-number").values("pk")[:1]
    approved = Exists(CityApproval.objects.filter(round=latest, city=city))
    return Q(state=State.REVIEW) & ~Q(approved) | Q(state=State.APPROVED)
