from typing import Any, cast

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.documents.file_kinds import KINDS
from committee.documents.models import FILE_LANGUAGES, Document, DocumentFile
from committee.history.readable import NOTHING
from committee.languages.models import containing
from committee.languages.sentences import listed
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo

OFFERED_AT_ONCE = 30


class UploadField(forms.FileField):
    """A file of one of the kinds that are taken, with the limit said beside it."""

    def __init__(self) -> None:
        accepted = ",".join(f".{extension}" for extension in KINDS)
        super().__init__(label=_("File"), widget=forms.FileInput(attrs={"accept": accepted}))
        self.help_text = lazy(_what_is_taken, str)()


def _what_is_taken() -> str:
    return gettext("At most %(megabytes)s MB; %(kinds)s.") % {
        "megabytes": settings.DOCUMENT_MEGABYTES,
        "kinds": listed(KINDS),
    }


class DescriptionForm(RecordForm):
    """What is said of a document that stands there; a member enters those of the own city or of both."""

    class Meta:
        model = Document
        fields = [*columns("title"), "kind", "signed_on", "city", "readers", "subcommittee"]

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        city = cast(forms.ModelChoiceField[City], self.fields["city"])
        city.queryset = City.objects.filter(pk=by.city_id)
        city.empty_label = str(_("both cities"))


class DocumentForm(DescriptionForm):
    """A new document with its first file."""

    language = forms.ChoiceField(label=_("language of the file"), choices=FILE_LANGUAGES)
    upload = UploadField()
    field_order = ["upload", "language"]

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        self.fields["language"].initial = by.language


class ExistingDocumentForm(RecordForm):
    """Offers those documents to attach that are found by words of their title, the latest first."""

    existing = forms.ModelChoiceField(
        queryset=Document.objects.none(),
        label=_("Document"),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )

    class Meta:
        model = Document
        fields: list[str] = []

    def __init__(self, *args: Any, offered: QuerySet[Document], words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = offered.filter(containing(words, "title")) if words else offered
        existing = cast(forms.ModelChoiceField[Document], self.fields["existing"])
        # A choice of before the words were changed still counts, though others are shown.
        existing.queryset = offered
        existing.widget.choices = [(each.pk, str(each)) for each in found.order_by("-pk")[:OFFERED_AT_ONCE]]


class LibraryDescriptionForm(DescriptionForm):
    """With what readers of the library look for."""

    class Meta(DescriptionForm.Meta):
        fields = [*columns("title", "abstract"), "kind", "topic", "year", "city", "readers", "subcommittee"]
        help_texts = {"topic": _("A document with a topic and a year stands in the library.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["topic"]).choices = [("", NOTHING), *Document.Topic.choices]


class LibraryForm(LibraryDescriptionForm, DocumentForm):
    """A new document of the library: it needs its topic and its year."""

    field_order = ["upload", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].required = self.fields["year"].required = True
        topic = cast(forms.ChoiceField, self.fields["topic"])
        topic.choices = [("", _("Please choose")), *Document.Topic.choices]


class FileForm(RecordForm):
    """A new version in one language."""

    upload = UploadField()
    field_order = ["upload", "language"]

    class Meta:
        model = DocumentFile
        fields = ["language"]


class WithdrawalForm(RecordForm):
    class Meta:
        model = Document
        fields = ["withdrawn_because"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["withdrawn_because"].required = True


class DocumentFilter(RecordFilter):
    searched = ("title", "abstract")

    topic = django_filters.ChoiceFilter(choices=Document.Topic.choices, label=_("Topic"))
    kind = django_filters.ChoiceFilter(choices=Document.Kind.choices, label=_("Kind"))
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    year = django_filters.NumberFilter(label=_("Year"), min_value=1900, max_value=2999)
    readers = django_filters.ChoiceFilter(choices=Document.Readers.choices, label=_("Who may read"))
    is_withdrawn = django_filters.BooleanFilter(
        field_name="withdrawn_at", lookup_expr="isnull", exclude=True, label=_("Withdrawn"), widget=YesOrNo
    )

    class Meta:
        model = Document
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the names of the files as well: one looks for what one has on the desk."""
        found = containing(words.strip(), *self.searched)
        named = DocumentFile.objects.filter(name__icontains=words.strip())
        return records.filter(found | Q(pk__in=named.values("document")))
