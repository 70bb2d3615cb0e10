"""Apart from its neighbours: PostgreSQL changes no table while rows written in one act are unchecked."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

ONE_AT_A_TIME = ["co_lead", "liaison"]


def give_posts_their_city(apps, schema_editor):
    members = apps.get_model("committee", "Member").objects.filter(pk=OuterRef("member"))
    apps.get_model("committee", "Post").objects.update(city=Subquery(members.values("city")[:1]))


def make_later_holders_deputies(apps, schema_editor):
    """Until now several could hold one post at once; who came first keeps it, and all keep their rights."""
    posts = apps.get_model("committee", "Post").objects.filter(role__in=ONE_AT_A_TIME)
    kept = {}
    for post in posts.order_by(F("held_from").asc(nulls_first=True), "pk"):
        holders = kept.setdefault((post.city_id, post.role, post.subcommittee_id), [])
        if any(_meet(held, post) for held in holders):
            post.standing = "deputy"
            post.save(update_fields=["standing"])
        else:
            holders.append(post)


def _meet(earlier, later):
    begins_in_it = later.held_from is None or earlier.held_until is None
    return begins_in_it or later.held_from <= earlier.held_until


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0007_posts_are_of_a_city"),
    ]

    operations = [
        migrations.RunPython(give_posts_their_city, migrations.RunPython.noop),
        migrations.RunPython(make_later_holders_deputies, migrations.RunPython.noop),
    ]
