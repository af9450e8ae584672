"""Where a thing, its number and its measure stand in a clause."""

from dataclasses import dataclass

Place = tuple[int, int]
NOWHERE: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Thing:
    name: Place
    quantity: Place
    unit: Place = NOWHERE

    def parts(self) -> tuple[Place, Place, Place]:
        return self.name, self.quantity, self.unit
