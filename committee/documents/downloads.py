from django.http import FileResponse

from committee.documents.file_names import content_disposition
from committee.documents.models import DocumentFile


def answer_with(file: DocumentFile) -> FileResponse:
    """Answer with a stored file, for saving only: no browser shows or runs it as part of this site."""
    answer = FileResponse(file.content.open("rb"), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition(file.name, plain=file.plain_name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
