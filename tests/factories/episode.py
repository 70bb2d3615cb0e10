import datetime

import factory

from environment.models import Episode
from tests.factories.city import CityFactory

DECIDED_AT = datetime.datetime(2018, 2, 1, tzinfo=datetime.UTC)
# 2018-01-15 22:00 in Seoul.
FIRST_HOUR = 421_117


def decision(hour, act, stage, *because):
    readings = [dict(zip(("hour", "value", "threshold"), one, strict=True)) for one in because]
    return {"hour": hour, "act": act, "stage": stage, "is_verified": True, "because": readings}


class EpisodeFactory(factory.django.DjangoModelFactory):
    """An advisory for PM2.5 in Seoul that is over: two hours raised it, one ended it."""

    class Meta:
        model = Episode

    city = factory.SubFactory(CityFactory)
    grammar = "hours"
    pollutant = "pm25"
    state = "ended"
    start_hour = factory.Sequence(lambda number: FIRST_HOUR + 100 * (number % 50))
    until_hour = factory.LazyAttribute(lambda episode: episode.start_hour + 10)
    stage = "advisory"
    highest_stage = "advisory"
    peak_value = 108.0
    peak_hour = factory.LazyAttribute(lambda episode: episode.start_hour + 5)
    unit = "µg/m³"
    rule = "KR advisory"
    is_verified = False
    decided_at = DECIDED_AT
    decisions = factory.LazyAttribute(
        lambda episode: [
            decision(
                episode.start_hour,
                "raised",
                "advisory",
                (episode.start_hour - 1, 75.0, 75.0),
                (episode.start_hour, 77.0, 75.0),
            ),
            decision(episode.until_hour, "ended", "advisory", (episode.until_hour, 34.0, 35.0)),
        ]
    )

    class Params:
        of_beijing = factory.Trait(
            city=factory.SubFactory(CityFactory, is_beijing=True),
            grammar="days",
            pollutant="",
            unit="",
            rule="Beijing 2016",
            stage="yellow",
            highest_stage="yellow",
            peak_value=260.0,
            # 2018-01-13 and 2018-01-14 in Beijing.
            start_hour=421_049,
            until_hour=421_096,
            peak_hour=421_096,
            decisions=[
                decision(421_072, "raised", "blue", (421_072, 220.0, 200)),
                decision(421_096, "upgraded", "yellow", (421_072, 220.0, 200), (421_096, 260.0, 200)),
                decision(421_120, "ended", "yellow", (421_024, 80.0, 200)),
            ],
        )
