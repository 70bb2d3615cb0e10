import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from committee.models import MinutesPrint
from tests.factories.minutes import MinutesFactory


class MinutesPrintFactory(factory.django.DjangoModelFactory):
    """A print of minutes that waits to be built."""

    class Meta:
        model = MinutesPrint

    minutes = factory.SubFactory(MinutesFactory)
    language = "en"
    fingerprint = factory.Sequence(lambda number: f"{number:064d}")
    content = factory.LazyFunction(lambda: {"html": "<p>Minutes</p>"})
    requested_at = factory.LazyFunction(timezone.now)
    seen_alive_at = factory.SelfAttribute("requested_at")


class ReadyMinutesPrintFactory(MinutesPrintFactory):
    """A print with a file that is none of a real build."""

    state = MinutesPrint.State.READY
    finished_at = factory.LazyFunction(timezone.now)
    pdf = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7 not a real one", name="minutes.pdf"))
    sha256 = "0" * 64
    pages = 2
