"""Index of the rooms' models: Django looks for them here."""

from committee.agendas.models import AgendaConsent, AgendaItem
from committee.agreements.models import Agreement, Article, Signature
from committee.budgets.models import BudgetLine
from committee.calendar.models import CalendarFeed, ToldEntry
from committee.checklists.models import ChecklistStep, ChecklistTask
from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.dashboard.models import Visit
from committee.delegation_books.models import DelegationBook
from committee.delegations.models import Delegate, Delegation
from committee.discussions.models import Message
from committee.documents.attachments import Attachment
from committee.documents.models import Document, DocumentFile
from committee.events.models import Event, EventFigure
from committee.filters.models import ListFilter
from committee.follow_ups.models import CarriedOver, FollowUp, Outcome
from committee.forewords.models import Foreword
from committee.hand_overs.models import HandOver
from committee.history.models import Deletion, HistoryEntry, SentForm
from committee.imports.models import ImportedList
from committee.meetings.models import Decision, GeneralMeeting, Meeting
from committee.members.models import Member, Post
from committee.minutes.models import CityAnswer, Minutes, MinutesSection, MinutesVersion
from committee.minutes.remarks import Remark
from committee.minutes_prints.models import MinutesPrint
from committee.notices.models import Digest, Notice, NoticeChoice
from committee.positions.models import Position
from committee.programmes.models import ProgrammeEntry
from committee.progress.models import ProgressUpdate
from committee.progress.reported_parts import ReportedMilestone, ReportedValue
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import LeadOrganisation, Milestone, Project
from committee.report_outlines.models import OutlineSection, ReportOutline
from committee.reports.edition_files import EditionFile
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import EditionMention, ReportEdition
from committee.reports.reprints import Reprint
from committee.reports.rounds import ReportRound, RoundContent, TranslationWaiver
from committee.research.models import Institute, Researcher, Study
from committee.reviews.models import CityApproval, CommentAnswer, ReviewComment
from committee.search.models import SearchEntry, SearchIndex, SearchWords, WaitingRecord
from committee.subcommittees.models import Subcommittee
from committee.translations.models import OutdatedText, TranslationRequest

__all__ = [
    "AgendaConsent",
    "AgendaItem",
    "Agreement",
    "Article",
    "Attachment",
    "BudgetLine",
    "CalendarFeed",
    "CarriedOver",
    "ChecklistStep",
    "ChecklistTask",
    "City",
    "CityAnswer",
    "CityApproval",
    "CommentAnswer",
    "Commitment",
    "Decision",
    "Delegate",
    "Delegation",
    "DelegationBook",
    "Deletion",
    "Digest",
    "Document",
    "DocumentFile",
    "EditionFile",
    "EditionMention",
    "Event",
    "EventFigure",
    "FollowUp",
    "Foreword",
    "GeneralMeeting",
    "HandOver",
    "HistoryEntry",
    "ImportedList",
    "Indicator",
    "IndicatorValue",
    "Institute",
    "KindFigure",
    "KindIndicator",
    "LeadOrganisation",
    "ListFilter",
    "Meeting",
    "MeetingReport",
    "Member",
    "Message",
    "Milestone",
    "Minutes",
    "MinutesPrint",
    "MinutesSection",
    "MinutesVersion",
    "Notice",
    "NoticeChoice",
    "Outcome",
    "OutdatedText",
    "OutlineSection",
    "Position",
    "Post",
    "ProgrammeEntry",
    "ProgressUpdate",
    "Project",
    "ProjectKind",
    "Remark",
    "ReportEdition",
    "ReportOutline",
    "ReportRound",
    "ReportedMilestone",
    "ReportedValue",
    "Reprint",
    "Researcher",
    "ReviewComment",
    "RoundContent",
    "SearchEntry",
    "SearchIndex",
    "SearchWords",
    "SentForm",
    "Signature",
    "Study",
    "Subcommittee",
    "ToldEntry",
    "TranslationRequest",
    "TranslationWaiver",
    "Visit",
    "WaitingRecord",
]
