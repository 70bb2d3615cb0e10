import hashlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage

from committee.documents import actions
from committee.documents.rules import (
    AnotherCitys,
    EmptyFile,
    HiddenFromYourself,
    IsWithdrawn,
    KindNotTaken,
    NotWhatItSays,
    NotWithdrawn,
    ReleasedAlready,
    StoredAlready,
    TooLarge,
)
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Document, DocumentFile
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.document import PDF, DocumentFactory, DocumentFileFactory, document_of, pdf
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
Readers = Document.Readers


def add(by, upload=None, **fields):
    return actions.store_document(
        by=by, upload=upload or pdf(), language="ko", **{"title_en": "Signed text", **fields}
    )


def stored(content):
    checksum = hashlib.sha256(content).hexdigest()
    return default_storage.exists(f"documents/{checksum[:2]}/{checksum}")


def content_of(file):
    with file.content.open() as opened:
        return opened.read()


def acts_on(document):
    return [entry.verb for entry in HistoryEntry.objects.of(document)]


def test_a_document_is_stored_by_what_stands_in_it(secretary):
    content = PDF + b" of the stored one"
    agreement = AgreementFactory()

    document = add(secretary, pdf("서명본.pdf", content), of=agreement)

    file = document.files.get()
    assert (file.name, file.size_bytes, file.media_type) == ("서명본.pdf", len(content), "application/pdf")
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert file.content.name == f"documents/{file.sha256[:2]}/{file.sha256}"
    assert content_of(file) == content
    assert [attachment.record for attachment in document.attachments.all()] == [agreement]
    assert acts_on(document) == ["created"]


@pytest.mark.parametrize(
    ("upload", "rule"),
    [
        (pdf("none.pdf", b""), EmptyFile),
        (pdf("large.pdf", PDF + b" " * 1024 * 1024), TooLarge),
        (pdf("page.html", b"<html>refused"), KindNotTaken),
        (pdf("../../manage.py", b"refused"), KindNotTaken),
        (pdf("program.pdf", b"MZ refused"), NotWhatItSays),
    ],
)
def test_of_a_refused_file_nothing_is_stored(secretary, settings, upload, rule):
    settings.DOCUMENT_MEGABYTES = 1

    with pytest.raises(rule):
        add(secretary, upload)

    assert Document.objects.count() == 0
    upload.seek(0)
    assert not stored(upload.read())


def test_of_a_document_that_breaks_a_rule_nothing_is_stored(secretary):
    content = PDF + b" of a document without a title"

    with pytest.raises(ValidationError):
        add(secretary, pdf(content=content), title_en="")

    assert not stored(content)


def test_an_observer_adds_nothing():
    with pytest.raises(PermissionDenied):
        add(member_with(Role.OBSERVER))


def test_nobody_enters_a_document_of_the_other_city(secretary):
    with pytest.raises(AnotherCitys):
        add(secretary, city=beijing())


def test_nobody_hides_a_document_from_oneself():
    elsewhere = SubcommitteeFactory(code="economy", position=1)

    with pytest.raises(HiddenFromYourself):
        add(member_with(Role.CO_LEAD), readers=Readers.SUBCOMMITTEE, subcommittee=elsewhere)

    assert Document.objects.count() == 0


def test_a_new_version_keeps_the_earlier_one(secretary):
    document = add(secretary)

    document = actions.add_file(
        by=secretary, document=document, upload=pdf("v2.pdf", PDF + b"2"), language="ko"
    )

    assert [(file.number, file.name) for file in document.files.all()] == [(2, "v2.pdf"), (1, "paper.pdf")]
    assert [content_of(file) for file in document.files.all()] == [PDF + b"2", PDF]
    change = HistoryEntry.objects.of(document).first().changes["files"]
    assert [side["title"]["en"] for side in change] == ["1 · paper.pdf (Korean)", "2 · v2.pdf (Korean)"]


def test_the_same_file_is_one_version_only(secretary):
    document = add(secretary)

    with pytest.raises(StoredAlready) as refusal:
        actions.add_file(by=secretary, document=document, upload=pdf("renamed.pdf"), language="en")

    assert str(refusal.value.message) == "This very file is version 1 of this document already."
    assert DocumentFile.objects.count() == 1


def test_saving_what_stands_there_changes_nothing(secretary):
    document = DocumentFactory(title_en="Same")

    actions.edit_document(by=secretary, document=document, title_en="Same")

    assert acts_on(document) == []


@pytest.mark.parametrize(
    ("editor", "may"),
    [
        ((Role.SECRETARIAT, "seoul"), True),
        ((Role.SECRETARIAT, "beijing"), False),
        ((Role.CONTRIBUTOR, "seoul"), True),
        ((Role.CONTRIBUTOR, "beijing"), False),
        ((Role.LIAISON, "seoul"), False),
    ],
)
def test_a_citys_document_is_changed_by_its_secretariat_and_its_subcommittee(editor, may):
    role, code = editor
    member = member_with(role, seoul() if code == "seoul" else beijing())
    document = DocumentFactory(city=seoul(), subcommittee=SubcommitteeFactory())

    try:
        actions.edit_document(by=member, document=document, title_en="Changed")
    except PermissionDenied:
        assert not may

    document.refresh_from_db()
    assert (document.title_en == "Changed") == may


def test_who_added_a_document_without_a_subcommittee_changes_it_and_no_other_contributor():
    author, colleague = member_with(Role.CONTRIBUTOR), member_with(Role.CONTRIBUTOR)
    document = DocumentFactory(added_by=author)

    actions.edit_document(by=author, document=document, title_en="Changed")

    with pytest.raises(PermissionDenied):
        actions.edit_document(by=colleague, document=document, title_en="Changed again")


def test_a_document_is_worked_on_in_one_city_and_then_released(secretary):
    document = document_of(seoul())
    reader = member_with(Role.OBSERVER, beijing())
    assert not Document.objects.visible_to(reader).exists()

    released = actions.release_document(by=secretary, document=document)

    assert list(Document.objects.visible_to(reader)) == [released]
    with pytest.raises(ReleasedAlready):
        actions.release_document(by=secretary, document=released)


def test_what_is_withdrawn_comes_back_with_its_file(secretary):
    document = DocumentFileFactory().document
    withdrawn = actions.withdraw_document(by=secretary, document=document, reason="Superseded.")
    assert (withdrawn.withdrawn_by, withdrawn.withdrawn_because) == (secretary, "Superseded.")

    restored = actions.restore_document(by=secretary, document=withdrawn)

    assert not restored.is_withdrawn
    assert content_of(restored.files.get()) == PDF
    assert acts_on(document) == ["changed", "withdrawn"]
    with pytest.raises(NotWithdrawn):
        actions.restore_document(by=secretary, document=restored)


def test_a_reason_is_needed_to_withdraw(secretary):
    with pytest.raises(ValidationError):
        actions.withdraw_document(by=secretary, document=DocumentFactory(), reason="")


def test_a_withdrawn_document_is_not_changed(secretary):
    document = DocumentFactory()
    actions.withdraw_document(by=secretary, document=document, reason="Superseded.")

    with pytest.raises(IsWithdrawn):
        actions.edit_document(by=secretary, document=document, title_en="Changed")
    with pytest.raises(IsWithdrawn):
        actions.add_file(by=secretary, document=document, upload=pdf(), language="en")


def test_who_works_in_the_subcommittee_does_not_withdraw_what_another_added():
    document = DocumentFactory(subcommittee=SubcommitteeFactory())

    with pytest.raises(PermissionDenied):
        actions.withdraw_document(by=member_with(Role.CO_LEAD), document=document, reason="Mine.")
