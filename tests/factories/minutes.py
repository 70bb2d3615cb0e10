import datetime
from typing import Any

import factory

from committee.members.models import Role
from committee.minutes.circulation import agree, circulate, remark
from committee.models import City, Member, Minutes, MinutesSection, Remark
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with


class MinutesFactory(factory.django.DjangoModelFactory):
    """Minutes that Seoul, the host, is writing."""

    class Meta:
        model = Minutes

    meeting = factory.SubFactory(MeetingFactory)


class MinutesSectionFactory(factory.django.DjangoModelFactory):
    """Written in all three languages."""

    class Meta:
        model = MinutesSection

    minutes = factory.SubFactory(MinutesFactory)
    position = factory.Sequence(lambda number: number + 1)
    title_ko = "미세먼지"
    title_zh_hans = "细颗粒物"
    title_en = "Fine dust"
    text_ko = "핫라인을 설치한다."
    text_zh_hans = "设立热线。"
    text_en = "A hotline is set up."


def secretary_of(city: City) -> Member:
    return member_with(Role.SECRETARIAT, city)


def written_minutes(**fields: Any) -> Minutes:
    """Minutes with one section in all three languages, not circulated yet."""
    minutes: Minutes = MinutesFactory(**fields)
    MinutesSectionFactory(minutes=minutes)
    return minutes


def circulated_minutes(days: int = 14, **fields: Any) -> Minutes:
    """Seoul asks both cities to answer within some days; a day that has passed was asked some time ago."""
    writer = secretary_of(seoul())
    beijing()
    minutes = circulate(by=writer, minutes=written_minutes(**fields), answer_by=writer.today)
    minutes.versions.update(answer_by=writer.today + datetime.timedelta(days=days))
    return Minutes.objects.in_brief().get(pk=minutes.pk)


def agreed_minutes(**fields: Any) -> Minutes:
    minutes = circulated_minutes(**fields)
    for city in (seoul(), beijing()):
        minutes = agreed_for(city, minutes)
    return Minutes.objects.in_brief().get(pk=minutes.pk)


def agreed_for(city: City, minutes: Minutes) -> Minutes:
    seen = minutes.versions.latest("number").fingerprint
    return agree(by=secretary_of(city), minutes=minutes, seen=seen)


def remark_on(minutes: Minutes, text: str = "Name the officers.") -> Remark:
    """A remark of Beijing's secretariat on the first section."""
    section = minutes.sections.first()
    return remark(by=secretary_of(beijing()), section=section, text=text)
