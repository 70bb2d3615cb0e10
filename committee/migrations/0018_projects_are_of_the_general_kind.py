"""Apart from its neighbours: PostgreSQL changes no table while rows written in one act are unchecked."""

from django.db import migrations

GENERAL = {
    "name_ko": "일반",
    "name_zh_hans": "一般项目",
    "name_en": "General",
    "description_ko": "다른 유형에 속하지 않는 사업",
    "description_zh_hans": "不属于其他类型的项目",
    "description_en": "Projects that are of no other kind",
    "position": 99,
}


def give_projects_the_general_kind(apps, schema_editor):
    general = apps.get_model("committee", "ProjectKind").objects.create(is_general=True, **GENERAL)
    apps.get_model("committee", "Project").objects.filter(kind=None).update(kind=general)


def take_the_kinds_away(apps, schema_editor):
    apps.get_model("committee", "Project").objects.update(kind=None)
    apps.get_model("committee", "ProjectKind").objects.filter(is_general=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0017_project_kinds"),
    ]

    operations = [
        migrations.RunPython(give_projects_the_general_kind, take_the_kinds_away),
    ]
