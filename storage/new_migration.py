"""Writes the migration from the newest revision to the tables as they are now.

`python -m storage.new_migration "Add the colour of a customer"`; with `--first` everything before is thrown away,
which is right only as long as nobody has a database.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from storage.migrating import SCRIPTS, migrate, migration_config, migration_connection


def write_migration(name: str) -> Path:
    number = f"{len(list(_scripts())) + 1:04}"
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/scratch.db"
        migrate(url)
        with migration_connection(url) as connection:
            command.revision(migration_config(connection), name, autogenerate=True, rev_id=number)
    written = next(SCRIPTS.glob(f"versions/{number}_*.py"))
    lines = written.read_text(encoding="utf-8").splitlines()
    written.write_text("\n".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(written)], check=True)  # noqa: S603 - our own tool
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--first", action="store_true")
    asked = parser.parse_args()
    if asked.first:
        for script in _scripts():
            script.unlink()
    sys.stdout.write(f"{write_migration(asked.name)}\n")


def _scripts() -> list[Path]:
    return sorted(SCRIPTS.glob("versions/[0-9]*.py"))


if __name__ == "__main__":
    main()
