import django_filters
from django.utils.translation import gettext_lazy as _

from committee.budgets.models import BudgetLine
from committee.cities.models import City
from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class BudgetLineForm(RecordForm):
    class Meta:
        model = BudgetLine
        fields = ["year", "currency", "planned", "spent", *columns("source")]


class BudgetLineFilter(RecordFilter):
    searched = ("source",)

    subcommittee = django_filters.ModelChoiceFilter(
        field_name="project__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    year = django_filters.NumberFilter(label=_("Year"))
    currency = django_filters.ChoiceFilter(choices=BudgetLine.Currency.choices, label=_("Currency"))

    class Meta:
        model = BudgetLine
        fields: list[str] = []
