"""The rules of documents and their files."""

from django.utils.translation import gettext_lazy as _

from committee.documents.file_kinds import KINDS
from committee.languages.sentences import listed
from committee.rules import BrokenRule


class EmptyFile(BrokenRule):
    """A file of no bytes is a mistake of whoever sent it."""

    def __init__(self) -> None:
        super().__init__(_("The file is empty. Nothing was stored."), field="upload")


class TooLarge(BrokenRule):
    """A file above the limit of DOCUMENT_MEGABYTES."""

    def __init__(self, megabytes: int) -> None:
        sentence = _("The file is larger than %(megabytes)s MB. Nothing was stored.")
        super().__init__(sentence % {"megabytes": megabytes}, field="upload")


class KindNotTaken(BrokenRule):
    """A file whose name ends in none of the kinds that are taken."""

    def __init__(self) -> None:
        sentence = _("Files of this kind are not taken. Taken are: %(kinds)s.")
        super().__init__(sentence % {"kinds": listed(KINDS)}, field="upload")


class NotWhatItSays(BrokenRule):
    """The content of a file is not what the end of its name says."""

    def __init__(self, extension: str) -> None:
        sentence = _(
            "The name ends in .%(extension)s, but the content is something else. Nothing was stored."
        )
        super().__init__(sentence % {"extension": extension}, field="upload")


class StoredAlready(BrokenRule):
    """The very same bytes are a version of this document already."""

    def __init__(self, number: int) -> None:
        sentence = _("This very file is version %(number)s of this document already.")
        super().__init__(sentence % {"number": number}, field="upload")


class AnotherCitys(BrokenRule):
    """A city enters its own documents and common ones, never the other city's."""

    def __init__(self) -> None:
        super().__init__(_("Choose your own city, or both cities."), field="city")


class HiddenFromYourself(BrokenRule):
    """Whoever writes a document must be among its readers."""

    def __init__(self) -> None:
        super().__init__(
            _("You would not be able to read this document yourself. Choose other readers."), field="readers"
        )


class IsWithdrawn(BrokenRule):
    """A withdrawn document is brought back before it is changed."""

    def __init__(self) -> None:
        super().__init__(_("This document is withdrawn. Bring it back first."))


class NotWithdrawn(BrokenRule):
    """Only a withdrawn document can be brought back."""

    def __init__(self) -> None:
        super().__init__(_("This document is not withdrawn."))


class ReleasedAlready(BrokenRule):
    """Only a document that one city keeps to itself can be released to the other."""

    def __init__(self) -> None:
        super().__init__(_("This document is not kept inside one city."))
