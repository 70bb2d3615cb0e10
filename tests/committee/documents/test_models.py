import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.history.deletion import StillNeeded
from committee.members.models import Role
from committee.models import Document
from committee.subcommittees.actions import delete_subcommittee
from tests.factories.city import beijing, seoul
from tests.factories.document import DocumentFactory, DocumentFileFactory, document_of, library_document
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
Readers = Document.Readers

NOT_KEPT = {
    "a document without a title": {"title_en": ""},
    "a topic without a year": {"topic": "air"},
    "a year without a topic": {"year": 2018},
    "a year of two digits": {"topic": "air", "year": 18},
    "one city without its name": {"readers": "one_city"},
    "a subcommittee without its name": {"readers": "subcommittee"},
    "withdrawn by nobody": {"withdrawn_at": timezone.now(), "withdrawn_because": "Old."},
    "a reason of what is not withdrawn": {"withdrawn_because": "Old."},
}


@pytest.mark.parametrize("fields", NOT_KEPT.values(), ids=NOT_KEPT)
def test_the_database_does_not_keep(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFactory(**fields)


def test_who_withdrew_says_why():
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFactory(withdrawn_at=timezone.now(), withdrawn_by=MemberFactory())


@pytest.mark.parametrize(
    "same", [{"number": 1}, {"number": 2, "sha256": "0" * 64}, {"number": 2, "size_bytes": 0}]
)
def test_numbers_and_contents_stand_once_in_a_document_and_none_is_empty(same):
    document = DocumentFileFactory(sha256="0" * 64).document

    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFileFactory(document=document, **same)


def test_the_newest_file_of_each_language_is_current():
    document = DocumentFactory()
    for number, language in enumerate(["ko", "zh-hans", "ko"], start=1):
        DocumentFileFactory(document=document, number=number, language=language)

    assert [file.number for file in document.current_files] == [3, 2]
    assert [file.number for file in document.earlier_files] == [1]


def test_each_member_sees_what_the_readers_say():
    environment, economy = SubcommitteeFactory(), SubcommitteeFactory(code="economy", position=1)
    DocumentFactory(title_en="public", readers=Readers.PUBLIC)
    DocumentFactory(title_en="both")
    document_of(seoul(), title_en="seoul")
    document_of(beijing(), title_en="beijing")
    DocumentFactory(title_en="environment", readers=Readers.SUBCOMMITTEE, subcommittee=environment)

    def seen_by(role, city, subcommittee=None):
        member = member_with(role, city, subcommittee)
        return set(Document.objects.visible_to(member).values_list("title_en", flat=True))

    assert seen_by(Role.OBSERVER, seoul()) == {"public", "both", "seoul"}
    assert seen_by(Role.CO_LEAD, beijing(), economy) == {"public", "both", "beijing"}
    assert seen_by(Role.CONTRIBUTOR, beijing(), environment) == {"public", "both", "beijing", "environment"}
    assert seen_by(Role.SECRETARIAT, seoul()) == {"public", "both", "seoul", "environment"}


def test_a_withdrawn_document_is_seen_by_the_secretariats_and_by_who_added_it():
    author, secretary = member_with(Role.CO_LEAD), member_with(Role.SECRETARIAT)
    gone = {"withdrawn_at": timezone.now(), "withdrawn_by": author, "withdrawn_because": "Old."}
    DocumentFactory(added_by=author, readers=Readers.PUBLIC, **gone)

    def seen_by(member):
        return Document.objects.visible_to(member).count()

    assert [seen_by(author), seen_by(secretary), seen_by(member_with(Role.CO_LEAD))] == [1, 1, 0]
    assert Document.objects.public().count() == 0


def test_a_refused_deletion_names_no_document_that_not_everybody_reads():
    subcommittee = SubcommitteeFactory()
    document_of(seoul(), title_en="Draft of Seoul", subcommittee=subcommittee)
    DocumentFactory(title_en="Common paper", subcommittee=subcommittee)

    with pytest.raises(StillNeeded) as refusal:
        delete_subcommittee(by=member_with(Role.SECRETARIAT, beijing()), subcommittee=subcommittee)

    assert str(refusal.value.message) == (
        "This cannot be deleted while these depend on it: “Common paper”, “document”"
    )


def test_nothing_is_public_where_the_site_has_no_public_part(settings):
    DocumentFactory(readers=Readers.PUBLIC)

    assert Document.objects.public().count() == 1
    settings.PUBLIC_PART = False
    assert Document.objects.public().count() == 0


def test_the_library_has_what_has_a_topic_the_newest_year_first():
    DocumentFactory()
    earlier, later = library_document(year=2016), library_document(year=2019)

    assert list(Document.objects.in_library()) == [later, earlier]
