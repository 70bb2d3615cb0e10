"""Files inside the file: the data behind what is printed."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String


@dataclass(frozen=True)
class Attachment:
    """A file to be embedded; its name is in ASCII, which every reader of PDFs can show and save."""

    name: str
    body: bytes
    mime: str
    description: str = ""

    def __post_init__(self) -> None:
        if not self.name.isascii() or not self.name.isprintable() or set(self.name) & set('/\\:*?"<>|'):
            raise ValueError(f"Not a plain file name: {self.name!r}")


def pdf_date(day: datetime.date) -> str:
    return f"D:{day:%Y%m%d}000000Z"


def attach(book: Pdf, attachments: Sequence[Attachment], day: datetime.date) -> None:
    """Embed the files as data of the whole document, as PDF/A-3 asks."""
    if not attachments:
        return
    in_order = sorted(attachments, key=lambda attachment: attachment.name)
    files = [(String(each.name), _specification(book, each, day)) for each in in_order]
    names = book.Root.get(Name.Names, Dictionary())
    names.EmbeddedFiles = Dictionary(Names=Array([each for pair in files for each in pair]))
    book.Root.Names = names
    book.Root.AF = Array([specification for _name, specification in files])


def _specification(book: Pdf, attachment: Attachment, day: datetime.date) -> Dictionary:
    body = Stream(book, attachment.body)
    body.Type = Name.EmbeddedFile
    body.Subtype = Name(f"/{attachment.mime}")
    body.Params = Dictionary(
        Size=len(attachment.body),
        CheckSum=String(hashlib.md5(attachment.body, usedforsecurity=False).digest()),
        CreationDate=String(pdf_date(day)),
        ModDate=String(pdf_date(day)),
    )
    embedded = book.make_indirect(body)
    return book.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description or attachment.name),
            AFRelationship=Name.Data,
            EF=Dictionary(F=embedded, UF=embedded),
        )
    )
