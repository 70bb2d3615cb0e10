from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class PrintForm(forms.Form):
    """In which language the minutes are wanted, and which one stands beside it."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.Select(attrs={"class": "form-select"})
    )
    beside = forms.ChoiceField(
        label=_("Side by side with"),
        choices=[("", _("nothing beside it")), *settings.LANGUAGES],
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def clean(self) -> dict[str, Any]:
        chosen = self.cleaned_data
        if chosen.get("language") == chosen.get("beside"):
            chosen["beside"] = ""  # a language beside itself is that language alone
        return chosen
