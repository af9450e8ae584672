"""Runs the benchmarks: all of them, or those named. `python -m benchmarks throughput latency`."""

import sys
from collections.abc import Callable

from benchmarks import (
    customer_card,
    customer_figures,
    daily_look,
    digests,
    erase_person,
    foresight,
    foresight_store,
    import_customers,
    latency,
    pages,
    pushes_at_nine,
    reminders_due,
    segments,
    start_up,
    throughput,
    understanding_dates,
    understanding_directory,
    understanding_messages,
    understanding_questions,
    understanding_speed,
)

BENCHMARKS: dict[str, Callable[[], None]] = {
    "start_up": start_up.main,
    "latency": latency.main,
    "throughput": throughput.main,
    "customer_card": customer_card.main,
    "customer_figures": customer_figures.main,
    "erase_person": erase_person.main,
    "daily_look": daily_look.main,
    "digests": digests.main,
    "foresight": foresight.main,
    "foresight_store": foresight_store.main,
    "import_customers": import_customers.main,
    "pages": pages.main,
    "reminders_due": reminders_due.main,
    "segments": segments.main,
    "pushes_at_nine": pushes_at_nine.main,
    "understanding_messages": understanding_messages.main,
    "understanding_questions": understanding_questions.main,
    "understanding_dates": understanding_dates.main,
    "understanding_directory": understanding_directory.main,
    "understanding_speed": understanding_speed.main,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"No benchmark is named {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.")
        return 2
    for name in names or BENCHMARKS:
        print(f"\n== {name} ==", flush=True)
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
