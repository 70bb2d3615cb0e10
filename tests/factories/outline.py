import factory
from django.conf import settings

from committee.models import OutlineSection, ReportOutline
from tests.factories.meeting import MeetingFactory


class OutlineFactory(factory.django.DjangoModelFactory):
    """An outline that nothing was arranged in yet."""

    class Meta:
        model = ReportOutline

    meeting = factory.SubFactory(MeetingFactory)


class OutlineSectionFactory(factory.django.DjangoModelFactory):
    """The first section of the report, with an introduction in English."""

    class Meta:
        model = OutlineSection

    outline = factory.SubFactory(OutlineFactory)
    section = factory.LazyFunction(lambda: settings.REPORT_SECTIONS[0][0])
    position = 1
    introduction_en = "Two years of common work."
