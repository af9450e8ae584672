"""Learns the models of understanding from labelled messages, ours and those of the files named.

python -m learning LABELLED.jsonl ...
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from learning import composing, corpus, linear
from learning.gold import Example, examples
from learning.network import export
from learning.teaching import taught
from understanding.context import network
from understanding.message import model

COMPOSED = 5000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("labelled", nargs="*", type=Path)
    learn(corpus.read_labelled(arguments.parse_args().labelled), model.FILE, network.FILE)


def learn(labelled: list[dict[str, Any]], models: Path, weights: Path) -> None:
    """Write the linear models and the network; neither looks at the other."""
    own, composed = corpus.read(sorted(corpus.FOLDER.glob("*.txt"))), composing.composed(COMPOSED)
    linear.write(linear.samples([*labelled, *own]), models)
    export(taught(_telling([*labelled, *own, *composed])), weights)


def _telling(lines: Iterable[dict[str, Any]]) -> Iterator[Example]:
    for line in lines:
        yield from examples(line)


if __name__ == "__main__":
    main()
