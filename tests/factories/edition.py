import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from committee.models import EditionFile, ReportEdition
from committee.printing.snapshot import to_json
from tests.factories.meeting import MeetingFactory
from tests.factories.report import small_report


class EditionFactory(factory.django.DjangoModelFactory):
    """An edition that waits to be built."""

    class Meta:
        model = ReportEdition

    meeting = factory.SubFactory(MeetingFactory)
    language = "en"
    requested_at = factory.LazyFunction(timezone.now)
    seen_alive_at = factory.SelfAttribute("requested_at")


class FailedEditionFactory(EditionFactory):
    state = ReportEdition.State.FAILED
    failure = "The section on air quality broke."
    finished_at = factory.LazyFunction(timezone.now)


class ReadyEditionFactory(EditionFactory):
    """An edition with a file that is none of a real build."""

    state = ReportEdition.State.READY
    finished_at = factory.LazyFunction(timezone.now)
    content = factory.LazyFunction(lambda: to_json(small_report()))
    pdf = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7 not a real one", name="report.pdf"))
    sha256 = "0" * 64
    pages = 3


class EditionFileFactory(factory.django.DjangoModelFactory):
    """A file beside the PDF that is none of a real build."""

    class Meta:
        model = EditionFile

    edition = factory.SubFactory(ReadyEditionFactory)
    kind = "docx"
    file = factory.LazyFunction(lambda: ContentFile(b"PK not a real one", name="report.docx"))
    sha256 = "1" * 64
