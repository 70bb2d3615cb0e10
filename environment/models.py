"""Index of the rooms' models: Django looks for them here."""

from environment.alerts.models import EarlierDecision, Episode, JudgedUpTo
from environment.effects.models import (
    AirEffect,
    AirFinding,
    AirFollowed,
    DaysAbove,
    Estimate,
    MonthOfAir,
)
from environment.exchange.models import (
    Handover,
    MachineAccount,
    MachineKeys,
    ReceiptAttempt,
    ReceiptMessage,
)
from environment.gaps.models import GapNotice
from environment.ledger.models import Promise
from environment.measurements.models import (
    AirChange,
    ArrivalDay,
    CityDailyRollup,
    ClockCheck,
    DailyRollup,
    Delivery,
    Measurement,
    QuarantineDecision,
    RejectedReading,
    Revision,
    Series,
)
from environment.project_links.models import ProjectAirLink
from environment.pulls.models import Pull, PullAttempt, PullState
from environment.stations.models import Station, StationName
from environment.threads.measures import MeasureTaken
from environment.threads.models import Acknowledgement, AlertThread, Reminder, ThreadMessage
from environment.threads.translations import MessageTranslation
from environment.weather.models import WeatherHour, WeatherSeries

__all__ = [
    "Acknowledgement",
    "AirChange",
    "AirEffect",
    "AirFinding",
    "AirFollowed",
    "AlertThread",
    "ArrivalDay",
    "CityDailyRollup",
    "ClockCheck",
    "DailyRollup",
    "DaysAbove",
    "Delivery",
    "EarlierDecision",
    "Episode",
    "Estimate",
    "GapNotice",
    "Handover",
    "JudgedUpTo",
    "MachineAccount",
    "MachineKeys",
    "MeasureTaken",
    "Measurement",
    "MessageTranslation",
    "MonthOfAir",
    "ProjectAirLink",
    "Promise",
    "Pull",
    "PullAttempt",
    "PullState",
    "QuarantineDecision",
    "ReceiptAttempt",
    "ReceiptMessage",
    "RejectedReading",
    "Reminder",
    "Revision",
    "Series",
    "Station",
    "StationName",
    "ThreadMessage",
    "WeatherHour",
    "WeatherSeries",
]
