"""To which records documents belong."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models

from committee.documents.models import Document


class Attachment(models.Model):
    """A document belongs to a record of a room above: an agreement, an agenda item, a project …"""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="attachments")
    record_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    record_id = models.BigIntegerField()
    record = GenericForeignKey("record_type", "record_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "document"], name="document_attached_once_to_a_record"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.record}"


class Documented(models.Model):
    """A record that documents can be attached to; when it goes, they stay and are in the list of all."""

    attachments = GenericRelation(
        Attachment, content_type_field="record_type", object_id_field="record_id", related_query_name="+"
    )

    class Meta:
        abstract = True
