"""A process that lays out parts, one after the other: `python -m committee.typesetting.typesetter 7`.

It reads from the connection whose number it is given, and ends when that is closed. It knows nothing of
Django, so that it starts quickly.
"""

import gc
import sys
from multiprocessing.connection import Connection

from committee.typesetting.jobs import Job, Refusal, work_at
from committee.typesetting.sheets import Sheets


def work(connection: "Connection[Sheets | Refusal, Job]") -> None:
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        connection.send(work_at(job))
        # A layout leaves tens of megabytes in circles behind, and the next one must not come on top of it.
        gc.collect()


if __name__ == "__main__":
    work(Connection(int(sys.argv[1])))
