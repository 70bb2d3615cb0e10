"""The look of fields."""

from django import forms


def look_of(widget: forms.Widget) -> str:
    """Return the class that gives a field its look."""
    if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def dress(form: forms.BaseForm) -> None:
    """Give the fields of a form that asks what a page shows their look."""
    for field in form.fields.values():
        field.widget.attrs["class"] = look_of(field.widget)
