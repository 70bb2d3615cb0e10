"""Apart from its neighbour: PostgreSQL changes no table while rows written in one act are unchecked."""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone


def give_to_the_holder(apps, schema_editor):
    """On the way back, the person who holds the post today gets the action; of a vacant one, who held it."""
    today = timezone.localdate()
    posts = apps.get_model("committee", "Post").objects
    for action in apps.get_model("committee", "FollowUp").objects.filter(post__isnull=False):
        named = action.post
        held = posts.filter(
            Q(held_from__isnull=True) | Q(held_from__lte=today),
            Q(held_until__isnull=True) | Q(held_until__gte=today),
            city=named.city_id,
            role=named.role,
            standing=named.standing,
            subcommittee=named.subcommittee_id,
        )
        action.responsible_id = (held.order_by("pk").first() or named).member_id
        action.post = None
        action.save(update_fields=["responsible", "post"])


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0046_actions_given_to_a_post"),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, give_to_the_holder),
    ]
