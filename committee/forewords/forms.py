from committee.forewords.models import Foreword
from committee.languages.wording import columns
from committee.pages.forms import RecordForm


class ForewordForm(RecordForm):
    class Meta:
        model = Foreword
        fields = columns("name", "title", "text")
