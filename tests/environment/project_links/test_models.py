import datetime

import pytest
from django.core.exceptions import ValidationError

from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import seoul

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"baseline_until": datetime.date(2016, 4, 30)}, "The baseline ends before it starts."),
        ({"evaluation_until": datetime.date(2017, 4, 30)}, "The evaluation ends before it starts."),
        (
            {"baseline_until": datetime.date(2017, 5, 1)},
            "The evaluation starts before the baseline has ended.",
        ),
    ],
)
def test_periods_follow_each_other(wrong, problem):
    link = ProjectAirLinkFactory(city=seoul())
    for name, day in wrong.items():
        setattr(link, name, day)

    with pytest.raises(ValidationError) as caught:
        link.full_clean()

    assert caught.value.messages == [problem]
