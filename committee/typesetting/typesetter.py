"""A process that lays out parts, one after the other: `python -m committee.typesetting.typesetter 7`.

It reads from the connection whose number it is given, and ends when that is closed. It knows nothing of
Django, so that it starts quickly.
"""

import ctypes
import gc
import os
import signal
import sys
from multiprocessing.connection import Connection

from committee.typesetting.jobs import Job, Refusal, work_at
from committee.typesetting.sheets import Sheets

PR_SET_PDEATHSIG = 1


def work(connection: "Connection[Sheets | Refusal, Job]") -> None:
    # A layout leaves a hundred megabytes in circles behind. To look for them takes a third of the time of the
    # layout itself; a copy of this process that ends after each part leaves nothing.
    gc.disable()
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        copy = os.fork()
        if not copy:
            _end_with_parent()
            connection.send(work_at(job))
            os._exit(0)
        _pid, status = os.waitpid(copy, 0)
        if status:
            sys.exit(os.waitstatus_to_exitcode(status) or 1)


def _end_with_parent() -> None:
    """Ask the kernel to end this copy when the process it is a copy of is ended."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    work(Connection(int(sys.argv[1])))
