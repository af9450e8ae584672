"""Forks a bot process for each line on its input: real processes, without the second that importing takes.

A line is a JSON object of environment variables; the answer is the process's number.
"""

import json
import os
import signal
import sys
from datetime import timedelta

import structlog

from bot.app import build
from bot.logs import set_up_logs
from bot.running import run_app
from bot.settings import load_settings
from tests.echo import furnish

# Two replicas must take over from each other many times in a test.
PATIENCE = timedelta(seconds=1.5)
FAILED = 1
log = structlog.get_logger(__name__)


def main() -> None:
    # The system buries them at once: nobody waits for what was killed.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            live(json.loads(line))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def live(environment: dict[str, str]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(environment)
    set_up_logs()
    code = FAILED
    try:
        code = run_app(build(load_settings(None), furnish, PATIENCE))
    except Exception:
        # Said here, as nothing is said any more after the next line.
        log.exception("it died by itself")
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
