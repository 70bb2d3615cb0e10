import io
import zipfile

import factory
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from committee.models import City, Document, DocumentFile
from tests.factories.city import seoul
from tests.factories.member import MemberFactory

PDF = b"%PDF-1.7 not a real one"


class DocumentFactory(factory.django.DjangoModelFactory):
    """A document that the members of both cities may read, without a file."""

    class Meta:
        model = Document

    title_en = factory.Sequence(lambda number: f"Document {number}")
    added_by = factory.SubFactory(MemberFactory)


class DocumentFileFactory(factory.django.DjangoModelFactory):
    """The first version of a document, each with a content of its own."""

    class Meta:
        model = DocumentFile

    document = factory.SubFactory(DocumentFactory)
    number = 1
    language = "en"
    name = "paper.pdf"
    size_bytes = len(PDF)
    sha256 = factory.Sequence(lambda number: f"{number:064x}")
    media_type = "application/pdf"
    content = factory.LazyFunction(lambda: ContentFile(PDF, name="paper.pdf"))
    uploaded_by = factory.SelfAttribute("document.added_by")
    uploaded_at = factory.LazyFunction(timezone.now)


def document_of(city: City, **fields: object) -> Document:
    """Return a document that `city` keeps to itself."""
    return DocumentFactory(city=city, readers=Document.Readers.ONE_CITY, **fields)


def library_document(**fields: object) -> Document:
    described = {"topic": Document.Topic.AIR, "year": 2018, "city": seoul()}
    return DocumentFactory(**{**described, **fields})


def pdf(name: str = "paper.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def archive(**members: bytes) -> bytes:
    """Return a ZIP; two underscores in a name stand for a dot, three for a slash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, content in members.items():
            file.writestr(name.replace("___", "/").replace("__", "."), content)
    return packed.getvalue()
