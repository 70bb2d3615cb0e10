from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _


class ChecksumField(forms.CharField):
    """A SHA-256 as people paste it: in either case, with what surrounds it."""

    default_validators = [
        RegexValidator(r"\A[0-9a-f]{64}\Z", _("A checksum (SHA-256) has 64 digits from 0 to 9 and a to f."))
    ]

    def to_python(self, value: Any) -> str:
        return "".join(str(value or "").split()).lower()


class FileForm(forms.Form):
    """The file itself: it tells more than its checksum."""

    file = forms.FileField(
        label=_("PDF, DOCX, HWPX, XLSX or HTML file"),
        widget=forms.FileInput(attrs={"class": "form-control"}),
    )


class ChecksumForm(forms.Form):
    sha256 = ChecksumField(
        label=_("checksum (SHA-256)"),
        max_length=200,
        widget=forms.TextInput(attrs={"class": "form-control", "spellcheck": "false", "autocomplete": "off"}),
    )
