"""Learns the models of understanding from labelled messages, ours and those of the files named.

python -m learning LABELLED.jsonl ...
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from learning import composing, corpus, linear
from learning.distilling import distilled
from learning.gold import Example, examples
from learning.network import export
from understanding.context import network
from understanding.message import model

COMPOSED, MORE = 5000, 6000
"""Composed messages from which the teachers learn, and others that they only answer for the network that is kept."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("labelled", nargs="*", type=Path)
    learn(corpus.read_labelled(arguments.parse_args().labelled), model.FILE, network.FILE)


def learn(labelled: list[dict[str, Any]], models: Path, weights: Path) -> None:
    """Write the linear models and the network; neither looks at the other."""
    own, composed = corpus.read(sorted(corpus.FOLDER.glob("*.txt"))), composing.composed(COMPOSED + MORE)
    linear.write(linear.samples([*labelled, *own]), models)
    told, more = _seen([*labelled, *own, *composed[:COMPOSED]]), _seen(composed[COMPOSED:])
    export(distilled(told, more), weights)


def _seen(lines: Iterable[dict[str, Any]]) -> list[Example]:
    return [one for line in lines for one in examples(line)]


if __name__ == "__main__":
    main()
