"""How the API reads what is sent to it."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class WholeText(JSONParser):
    """Reads JSON, and refuses a text with half a letter, such as `"\\ud83d"`, wherever it stands.

    No database keeps it and no answer can repeat it, not even the one that refuses it.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        said = super().parse(stream, media_type, parser_context)
        try:
            json.dumps(said, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ParseError(_("The body holds half a letter (a lone surrogate) in a text.")) from error
        return said
