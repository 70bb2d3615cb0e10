from django.utils.translation import gettext_lazy as _

from committee.mentions.forms import MentioningForm
from committee.pages.forms import RecordForm
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import TranslationWaiver
from committee.reviews.models import CommentAnswer, ReviewComment


class WaiverForm(RecordForm):
    class Meta:
        model = TranslationWaiver
        fields = ["reason"]
        help_texts = {"reason": _("The report prints it, with your name.")}


class WithdrawalForm(RecordForm):
    """Why a report is withdrawn."""

    class Meta:
        model = MeetingReport
        fields = ["withdrawn_because"]
        help_texts = {"withdrawn_because": _("Everybody reads it where the report is listed.")}

    @property
    def changes(self) -> dict[str, str]:
        return {"reason": self.cleaned_data["withdrawn_because"]}


class CorrectionForm(RecordForm):
    """What the report that takes the place of another one corrects."""

    class Meta:
        model = MeetingReport
        fields = ["correction"]
        help_texts = {"correction": _("The new report prints it, and everybody reads it where it is listed.")}


class ReturnForm(RecordForm):
    """Why a report is taken back to draft."""

    class Meta:
        model = TranslationWaiver
        fields = ["reason"]
        help_texts = {"reason": _("Both secretariats are told.")}


class CommentForm(MentioningForm):
    class Meta:
        model = ReviewComment
        fields = ["text"]


class AnswerForm(MentioningForm):
    class Meta:
        model = CommentAnswer
        fields = ["text"]
