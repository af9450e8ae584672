"""Learns the small linear models of understanding/message/model.npz from labelled messages."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from learning.corpus import written
from understanding.contract import directory_of
from understanding.dates.policy import due, happened
from understanding.findings import Moment
from understanding.message.features import SIZE, Numbers, vector
from understanding.message.notice import Noticed, notice
from understanding.message.samples import Sample, of_clauses, of_date, of_message, of_scene
from understanding.message.scenes import NOBODY, Scene, scenes

LABELS = {
    "kinds": ["visit", "call", "feedback", "complaint", "opportunity", "order", "payment", "note"],
    "clauses": ["visit", "call", "feedback", "complaint", "opportunity", "order", "payment", "note"],
    "dates": ["due", "on"],
    "undated": ["undated"],
    "asks": ["agenda", "customer", "last_contact", "complaints", "birthdays", "slipping", "help"],
    "category": ["delivery", "quality", "price", "service", "billing", "other"],
    "severity": ["high", "normal", "low"],
    "sentiment": ["positive", "neutral", "negative"],
}
ROUNDS = 150
Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]
Labelled = dict[str, list[tuple[list[Sample], set[str]]]]
STRENGTH = {
    "kinds": 1.0,
    "clauses": 0.5,
    "dates": 1.0,
    "undated": 1.0,
    "asks": 0.5,
    "category": 1.0,
    "severity": 1.0,
    "sentiment": 1.0,
}


Line = dict[str, Any]


def samples(lines: Iterable[Line]) -> Labelled:
    found: Labelled = {name: [] for name in LABELS}
    for line in lines:
        directory = directory_of(tuple(line["customers"]))
        noticed = notice(line["text"], Moment(datetime.fromisoformat(line["at"]), line["default_currency"]), directory)
        gold = line["expect"]
        found["asks"].append(([of_message(noticed)], {gold["ask"]} - {None}))
        if not gold["ask"]:
            learn_scenes(noticed, gold, found)
    return found


def learn_scenes(noticed: Noticed, gold: Line, found: Labelled) -> None:
    some = scenes(noticed)
    for scene in some:
        name = customer(noticed, scene, gold, alone=len(some) == 1)
        told = [one for one in gold["entries"] if same(one["customer"], name)]
        ahead = [one for one in gold["follow_ups"] if same(one["customer"], name)]
        sample = [of_scene(noticed, scene)]
        found["clauses"].append((of_clauses(noticed, scene), {one["kind"] for one in told}))
        found["kinds"].append((sample, {one["kind"] for one in told}))
        found["undated"].append((sample, {"undated"} if any(not one["due"] for one in ahead) else set()))
        for one in told:
            for field in ("category", "severity", "sentiment"):
                if one.get(field):
                    found[field].append((sample, {one[field]}))
        dues = {one["due"] for one in ahead}
        ons = {one["on"] for one in told} - {noticed.frame.today.date().isoformat()}
        found["dates"] += list(learn_dates(noticed, scene, dues, ons))


def learn_dates(
    noticed: Noticed, scene: Scene, dues: set[str], ons: set[str]
) -> Iterator[tuple[list[Sample], set[str]]]:
    for clause in scene.clauses:
        for one in clause.dates:
            when, behind = due(one.read, noticed.frame), happened(one.read, replace(noticed.frame, lean=-1))
            labels = set()
            if when and written(when) in dues:
                labels.add("due")
            elif behind and behind.isoformat() in ons:
                labels.add("on")
            yield [of_date(noticed, clause, one)], labels


def same(one: str | None, other: str | None) -> bool:
    return (one or "").strip().casefold() == (other or "").strip().casefold()


def customer(noticed: Noticed, scene: Scene, gold: Line, *, alone: bool) -> str | None:
    """Our name of the scene's customer; with one scene and one customer they are the same, however spelt."""
    names: set[str | None] = {one["customer"] for one in [*gold["entries"], *gold["follow_ups"]]}
    if alone and len(names) == 1:
        return names.pop()
    mention = noticed.mentions.get(scene.key)
    return mention.name if mention and scene.key != NOBODY else None


def learn(some: list[tuple[list[Sample], set[str]]], labels: list[str], strength: float) -> tuple[Numbers, Numbers]:
    """Logistic regression with an L2 penalty, one label against the rest; of several samples one has to fit."""
    rows = [sample for samples_, _ in some for sample in samples_]
    groups = np.array([place for place, (samples_, _) in enumerate(some) for _ in samples_], np.intp)
    matrix = np.zeros((len(rows), SIZE), np.float32)
    for row, (said, signs) in enumerate(rows):
        places, values = vector(said, signs)
        matrix[row, places] = values
    wanted = np.array([[label in told for label in labels] for _, told in some], np.float32)
    used = np.flatnonzero(np.count_nonzero(matrix, axis=0) > 1)
    weights = np.zeros((SIZE, len(labels)), np.float32)
    weights[used], bias = descend(matrix[:, used], groups, wanted, strength)
    return weights, bias


def descend(matrix: Numbers, groups: Places, wanted: Numbers, strength: float) -> tuple[Numbers, Numbers]:
    """Adam. A group's chance is that of at least one of its rows."""
    weights = np.zeros((matrix.shape[1], wanted.shape[1]), np.float32)
    bias = np.full(wanted.shape[1], -2.0, np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        chance = 1 / (1 + np.exp(-(matrix @ weights + bias)))
        error = chance * _blame(chance, groups, wanted)[groups]
        slope = matrix.T @ error + strength * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        rate = 0.05 * min(1.0, 2 * (ROUNDS - step) / ROUNDS)
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
        bias -= 0.5 * error.sum(axis=0) / len(wanted)
    return weights, bias


def _blame(chance: Numbers, groups: Places, wanted: Numbers) -> Numbers:
    """How far each group's rows are to be moved: fully where nothing was wanted, less the more it is there already."""
    missing = np.zeros_like(wanted)
    np.add.at(missing, groups, np.log1p(-np.minimum(chance, 0.9999)))
    missed = np.exp(missing)
    return np.where(wanted > 0, -missed / np.maximum(1 - missed, 1e-3), 1.0).astype(np.float32)


def write(found: Labelled, out: Path) -> None:
    arrays: dict[str, np.ndarray] = {}
    for name, labels in LABELS.items():
        weights, bias = learn(found[name], labels, STRENGTH[name])
        arrays |= {
            f"{name}/labels": np.array(labels),
            f"{name}/weights": weights.astype(np.float16),
            f"{name}/bias": bias,
        }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in arrays.items():
            with file.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, array)
