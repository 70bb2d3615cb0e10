import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0006_digests_and_choices"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="city",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="committee.city",
                verbose_name="city",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="standing",
            field=models.CharField(
                choices=[
                    ("holder", "holder of the post"),
                    ("deputy", "deputy"),
                    ("head", "head of the secretariat"),
                ],
                default="holder",
                max_length=10,
                verbose_name="standing",
            ),
        ),
    ]
