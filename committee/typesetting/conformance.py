"""What a file says of itself: its title, its dates, and that it is PDF/UA-1 and PDF/A-3a at once."""

import datetime
from dataclasses import dataclass
from importlib import resources
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from committee.typesetting.attachments import pdf_date

PRODUCER = "WeasyPrint, pikepdf"
PROFILE_NAME = "sRGB2014"


@dataclass(frozen=True)
class Title:
    """What stands on the file's label; `language` is a BCP 47 tag, `identifier` that of an edition."""

    title: str
    author: str
    language: str
    made_on: datetime.date
    identifier: str = ""


def declare(book: Pdf, title: Title) -> None:
    """Write the label in both forms, which must agree, and the colours that are meant."""
    root = book.Root
    root.Lang = String(title.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = Stream(book, _metadata(title).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = book.make_indirect(metadata)
    root.OutputIntents = Array([_output_intent(book)])
    label = book.docinfo
    label.Title, label.Author = String(title.title), String(title.author)
    label.Producer = String(PRODUCER)
    label.CreationDate = label.ModDate = String(pdf_date(title.made_on))


def _output_intent(book: Pdf) -> Dictionary:
    # The profile of the International Color Consortium, free to embed, comes with the engine.
    profile = Stream(book, resources.files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(PROFILE_NAME),
        Info=String(PROFILE_NAME),
        DestOutputProfile=book.make_indirect(profile),
    )


def _metadata(title: Title) -> str:
    moment = f"{title.made_on:%Y-%m-%d}T00:00:00Z"
    identifier = f"<dc:identifier>{escape(title.identifier)}</dc:identifier>" if title.identifier else ""
    return METADATA.format(
        title=escape(title.title),
        author=escape(title.author),
        language=escape(title.language),
        moment=moment,
        identifier=identifier,
        producer=PRODUCER,
    )


# PDF/A knows the words of PDF/UA's identification only where they are described in the file itself.
METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{identifier}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
