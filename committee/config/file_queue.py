"""The queue of files, whose messages appear whole.

Kombu's own opens a file under the name that the worker reads and fills it afterwards: a worker that comes
between the two reads nothing, and ends.
"""

import uuid
from pathlib import Path
from time import time_ns
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    # The two bases name their arguments differently.
    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        file = Path(self.data_folder_out) / f"{time_ns()}_{uuid.uuid4()}.{queue}.msg"
        unfinished = file.with_suffix(".unfinished")
        unfinished.write_text(dumps(payload), encoding="utf-8")
        unfinished.rename(file)


class Transport(filesystem.Transport):
    Channel = Channel
