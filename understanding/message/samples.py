"""What the models look at: texts and signs taken from a message, the same in learning and in use."""

from understanding.dates.finding import DatePhrase
from understanding.message import asks
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.scenes import Scene, clause_signs, date_signs, scene_signs, words

_STRONG = 8

Sample = tuple[str, list[str]]


def of_scene(noticed: Noticed, scene: Scene) -> Sample:
    return words(noticed, scene.clauses), scene_signs(noticed, scene)


def of_clauses(noticed: Noticed, scene: Scene) -> list[Sample]:
    return [(words(noticed, [clause]), clause_signs(noticed, scene, clause)) for clause in scene.clauses]


def of_date(noticed: Noticed, clause: Clause, one: DatePhrase) -> Sample:
    return words(noticed, [clause]), date_signs(noticed, clause, one)


def of_message(noticed: Noticed) -> Sample:
    scores = asks.scores(noticed.spelled)
    signs = [f"ask {name}" for name in scores] + [
        f"ask {name} strong" for name, score in scores.items() if score > _STRONG
    ]
    best = (
        max((score, name) for name, score in scores.items() if name != "question")
        if set(scores) - {"question"}
        else None
    )
    signs += [f"best {best[1]}", f"best {best[1]} question {'question' in scores}"] if best else []
    signs += ["question mark"] if "?" in noticed.spelled else []
    signs += [f"customers {min(len(noticed.mentions), 2)}", f"people {bool(noticed.people)}"]
    signs += sorted({cue.name for clause in noticed.clauses for cue in clause.cues})
    return words(noticed, noticed.clauses), signs
