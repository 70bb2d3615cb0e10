from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.report_outlines.models import OutlineSection


class IntroductionForm(RecordForm):
    class Meta:
        model = OutlineSection
        fields = columns("introduction")
