import datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from committee.documents.actions import attach_document
from committee.models import Document, Project
from committee.printing.attached_pictures import PictureNotPrinted
from committee.printing.content import Picture, Scope
from committee.printing.snapshot import walk
from committee.progress.report_section import subcommittees
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.document import DocumentFactory, DocumentFileFactory
from tests.factories.printed import picture_file
from tests.factories.project import ProjectFactory
from tests.factories.update import confirmed_update, returned_update

END = datetime.date(2020, 3, 19)


@pytest.fixture
def project(db) -> Project:
    project = ProjectFactory()
    project.commitments.add(CommitmentFactory())
    return project


def pictures() -> list[Picture]:
    chapters = subcommittees(Scope(1, None, END, "en", (seoul().pk, beijing().pk)))
    return [part for part in walk(chapters) if isinstance(part, Picture)]


def picture_of(record, content: bytes | None = None, **fields: object) -> Document:
    document = DocumentFactory(**fields)
    body = picture_file().read() if content is None else content
    DocumentFileFactory(document=document, media_type="image/jpeg", content=ContentFile(body, name="a.jpg"))
    return attach_document(by=document.added_by, document=document, of=record)


def test_a_picture_of_a_project_is_printed_with_what_it_shows(project, secretary):
    picture_of(project, title_en="Opening", abstract_en="Four people cut a ribbon.", added_by=secretary)

    (picture,) = pictures()

    assert (picture.caption, picture.alt) == ("Opening", "Opening. Four people cut a ribbon.")


def test_pictures_of_printed_updates_stand_with_their_project(project, secretary):
    picture_of(confirmed_update(project=project), title_en="Confirmed", added_by=secretary)
    picture_of(returned_update(project=project), title_en="Returned", added_by=secretary)

    assert [picture.caption for picture in pictures()] == ["Confirmed"]


def test_what_one_city_keeps_to_itself_is_not_printed(project, secretary):
    picture_of(project, city=seoul(), readers=Document.Readers.ONE_CITY, added_by=secretary)

    assert pictures() == []


def test_a_paper_is_no_picture(project, secretary):
    document = DocumentFactory(added_by=secretary)
    DocumentFileFactory(document=document)
    attach_document(by=secretary, document=document, of=project)

    assert pictures() == []


def test_a_file_that_is_no_picture_is_named_in_the_reason(project, secretary):
    picture_of(project, content=b"\xff\xd8\xff and no more", title_en="Opening", added_by=secretary)

    with pytest.raises(PictureNotPrinted) as broken:
        pictures()

    assert str(broken.value.message) == (
        "The picture “Opening” cannot be printed: This file is not a picture that can be printed."
    )


def test_a_picture_whose_file_is_gone_is_named_in_the_reason_in_the_reader_s_language(project, secretary):
    picture = picture_of(project, title_en="Opening", title_ko="개통", added_by=secretary)
    Path(picture.files.get().content.path).unlink()

    with pytest.raises(PictureNotPrinted) as broken, translation.override("zh-hans"):
        pictures()

    assert str(broken.value.message) == (
        "The picture “Opening” cannot be printed: Its file is no longer stored here."
    )
