from committee.hand_overs.models import HandOver
from committee.pages.forms import RecordForm


class HandOverForm(RecordForm):
    class Meta:
        model = HandOver
        fields = ["note"]
