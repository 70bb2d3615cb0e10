from committee.members.models import Member
from committee.minutes.models import Minutes


def may_print_minutes(member: Member, minutes: Minutes) -> bool:
    """Whoever reads minutes may have them printed; see `Minutes.objects.visible_to`."""
    return Minutes.objects.visible_to(member).filter(pk=minutes.pk).exists()
