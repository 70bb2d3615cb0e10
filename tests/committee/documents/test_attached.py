import pytest
from django.urls import reverse

from committee.agreements.actions import delete_agreement
from committee.documents.actions import attach_document, withdraw_document
from committee.documents.attached import documents_of, documents_of_each, records_with
from committee.documents.forms import OFFERED_AT_ONCE
from committee.documents.rules import IsWithdrawn
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import AgendaItem, Attachment, Document
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.document import DocumentFactory, DocumentFileFactory, document_of, pdf
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory

pytestmark = pytest.mark.django_db


def attach(record, **fields):
    document = fields.pop("document", None) or DocumentFactory(**fields)
    Attachment.objects.create(document=document, record=record)
    return document


def test_a_record_shows_what_its_reader_may_read(secretary):
    agreement, another = AgreementFactory(), AgreementFactory()
    common = attach(agreement)
    attach(agreement, document=document_of(beijing()))
    attach(another)

    assert documents_of(agreement, secretary) == [common]


def test_records_of_another_kind_with_the_same_number_have_nothing_to_do_with_it(secretary):
    agreement = AgreementFactory(pk=7)
    attach(ProjectFactory(pk=7))

    assert documents_of(agreement, secretary) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_many_records_take_the_same_queries(secretary, rows, django_assert_num_queries):
    papers = [attach(AgendaItemFactory(position=place)) for place in range(1, rows + 1)]
    for paper in papers:
        DocumentFileFactory(document=paper)
    documents_of_each(AgendaItem.objects.order_by("pk"), secretary)

    with django_assert_num_queries(4):
        pairs = documents_of_each(AgendaItem.objects.order_by("pk"), secretary)

    assert [documents for _item, documents in pairs] == [[paper] for paper in papers]


def test_what_the_reader_may_not_see_is_not_named_as_the_place_of_a_document():
    document = DocumentFactory()
    agreement, draft = AgreementFactory(), UpdateFactory(city=seoul())
    attach(agreement, document=document)
    attach(draft, document=document)

    def places(city):
        return set(records_with(document, member_with(Role.OBSERVER, city)))

    assert places(seoul()) == {agreement, draft}
    assert places(beijing()) == {agreement}


def test_the_history_of_a_record_says_nothing_of_documents_that_not_everybody_reads(secretary, signed_in):
    agreement = AgreementFactory()

    signed_in(secretary).post(
        reverse("agreement_document_new", args=[agreement.pk]),
        {
            "title_en": "Draft of Seoul",
            "kind": "paper",
            "city": seoul().pk,
            "readers": "one_city",
            "language": "en",
            "upload": pdf(),
        },
    )

    assert Document.objects.of(agreement).count() == 1
    assert HistoryEntry.objects.about(agreement).count() == 0
    guest = signed_in(member_with(Role.SECRETARIAT, beijing()))
    assert b"Draft of Seoul" not in guest.get(agreement.get_absolute_url()).content


def test_a_document_outlives_the_record_it_belonged_to(secretary):
    document = attach(agreement := AgreementFactory())

    delete_agreement(by=secretary, agreement=agreement)

    assert list(Document.objects.all()) == [document]
    assert records_with(document, secretary) == []


@pytest.mark.parametrize(
    ("url_name", "make"),
    [
        ("agenda_item_document_new", AgendaItemFactory),
        ("decision_document_new", DecisionFactory),
        ("project_document_new", ProjectFactory),
    ],
)
def test_papers_are_added_to(signed_in, secretary, url_name, make):
    writer, record = signed_in(secretary), make()
    form = {"title_en": "Paper of the day", "kind": "paper", "readers": "both_cities", "language": "en"}

    answer = writer.post(reverse(url_name, args=[record.pk]), {**form, "upload": pdf()})

    page = writer.get(answer["Location"].partition("#")[0]).content.decode()
    assert [str(document) for document in documents_of(record, secretary)] == ["Paper of the day"]
    assert page.count(">Paper of the day</a>") == 1


def test_a_contributor_shows_with_a_document_what_was_done(signed_in):
    update = UpdateFactory(city=seoul())
    writer = signed_in(update.author)
    address = reverse("update_document_new", args=[update.pk])
    form = {"title_en": "Photographs", "kind": "other", "city": seoul().pk, "readers": "one_city"}

    proposed = writer.get(address).context["form"].initial
    writer.post(address, {**form, "language": "zxx", "upload": pdf()})

    assert (proposed["readers"], proposed["city"]) == ("one_city", seoul().pk)
    assert [str(document) for document in documents_of(update, update.author)] == ["Photographs"]


def existing_at(record, name):
    return reverse(name, args=[record.pk]) + "?existing"


def test_a_document_that_is_stored_is_attached_to_a_second_record(secretary, signed_in):
    agreement, project = AgreementFactory(), ProjectFactory()
    document = attach(agreement, title_en="Plan")

    answer = signed_in(secretary).post(
        existing_at(project, "project_document_new"), {"existing": document.pk}
    )

    assert (answer.status_code, answer.url) == (302, project.get_absolute_url())
    assert documents_of(project, secretary) == documents_of(agreement, secretary) == [document]
    assert Document.objects.count() == 1


def test_offered_is_what_one_may_read_and_is_not_there_yet(secretary, signed_in):
    agreement = AgreementFactory()
    attach(agreement)
    document_of(beijing())
    another, own = DocumentFactory(title_en="Plan"), document_of(seoul())

    visitor, address = signed_in(secretary), existing_at(agreement, "agreement_document_new")

    def offered(address):
        field = visitor.get(address).context["form"]["existing"]
        return [(choice.data["value"], choice.choice_label) for choice in field]

    both = [(own.pk, str(own)), (another.pk, "Plan")]
    assert (offered(address), offered(f"{address}&q=plan")) == (both, both[1:])


def test_who_chooses_nothing_is_not_offered_all_there_is(secretary, signed_in):
    DocumentFactory.create_batch(OFFERED_AT_ONCE + 1)

    answer = signed_in(secretary).post(existing_at(AgreementFactory(), "agreement_document_new"), {})

    assert (answer.status_code, len(answer.context["form"]["existing"])) == (422, OFFERED_AT_ONCE)


def test_a_letter_that_no_database_takes_is_left_out_of_the_words(signed_in, secretary):
    address = existing_at(AgreementFactory(), "agreement_document_new") + "&q=re%00port"

    answer = signed_in(secretary).get(address)

    assert (answer.status_code, answer.context["words"]) == (200, "report")


def test_what_was_chosen_before_other_words_were_asked_for_is_attached(secretary, signed_in):
    agreement, document = AgreementFactory(), DocumentFactory(title_en="Plan")
    address = existing_at(agreement, "agreement_document_new") + "&q=report"

    signed_in(secretary).post(address, {"existing": document.pk})

    assert documents_of(agreement, secretary) == [document]


def test_what_one_may_not_read_is_not_attached(secretary, signed_in):
    agreement, hidden = AgreementFactory(), document_of(beijing())

    answer = signed_in(secretary).post(
        existing_at(agreement, "agreement_document_new"), {"existing": hidden.pk}
    )

    assert (answer.status_code, Attachment.objects.count()) == (422, 0)


def test_attaching_twice_attaches_once(secretary):
    agreement, document = AgreementFactory(), DocumentFactory()

    for _twice in range(2):
        attach_document(by=secretary, document=document, of=agreement)

    assert Attachment.objects.count() == 1


def test_a_withdrawn_document_is_brought_back_before_it_is_attached(secretary):
    document = DocumentFactory()
    withdraw_document(by=secretary, document=document, reason="Wrong file")

    with pytest.raises(IsWithdrawn):
        attach_document(by=secretary, document=document, of=AgreementFactory())
