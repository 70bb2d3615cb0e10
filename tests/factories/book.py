import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from committee.models import DelegationBook
from tests.factories.delegation import DelegationFactory


class BookFactory(factory.django.DjangoModelFactory):
    """A delegation book that waits to be built."""

    class Meta:
        model = DelegationBook

    delegation = factory.SubFactory(DelegationFactory)
    language = "en"
    requested_at = factory.LazyFunction(timezone.now)
    seen_alive_at = factory.SelfAttribute("requested_at")


class ReadyBookFactory(BookFactory):
    """A book with a file that is none of a real build."""

    state = DelegationBook.State.READY
    finished_at = factory.LazyFunction(timezone.now)
    pdf = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7 not a real one", name="book.pdf"))
    sha256 = "0" * 64
    pages = 9
