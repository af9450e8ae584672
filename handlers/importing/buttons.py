"""The buttons under a list that was sent, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.importing import choosing
from handlers.outcome import Outcome

IMPORT_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "import_kind": choosing.say_kind,
    "import_days": choosing.say_days,
    "import_set": choosing.set_column,
    "import_columns": choosing.columns,
    "import_column": choosing.column,
    "import_back": choosing.back,
    "import_overwrite": choosing.overwrite,
    "import_resembling": choosing.resembling,
    "import_go": choosing.go,
    "import_undo": choosing.undo,
    "import_cancel": choosing.cancel,
    "import_errors": choosing.errors,
}
