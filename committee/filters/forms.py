from django import forms
from django.utils.translation import gettext_lazy as _


class SavedFilterForm(forms.Form):
    """The name under which a filter is kept."""

    name = forms.CharField(
        label=_("Name of this filter"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
