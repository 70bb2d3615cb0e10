from django import forms

from committee.pages.looks import dress


class Asking(forms.Form):
    words = forms.CharField()
    kind = forms.ChoiceField()
    open_only = forms.BooleanField()
    cities = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)


def test_each_field_of_a_form_that_asks_has_its_look():
    form = Asking()

    dress(form)

    assert [field.widget.attrs["class"] for field in form.fields.values()] == [
        "form-control",
        "form-select",
        "form-check-input",
        "form-check-input",
    ]
