"""The fields of this company: those that every company has, and those that an admin added."""

from sqlmodel import Session, col, select

from sales.fields import FIELDS, NAMES, OWN, RATED, Field, FieldKind, Of
from storage.tables.facts import CustomFieldRow


def custom_fields(session: Session) -> tuple[Field, ...]:
    """The added fields that are in use, by name."""
    rows = select(CustomFieldRow).where(col(CustomFieldRow.active)).order_by(col(CustomFieldRow.name))
    return tuple(_field(row) for row in session.exec(rows))


def all_fields(session: Session) -> dict[str, Field]:
    """Every field of the card by its name, the added ones last."""
    return {**FIELDS, **{field.name: field for field in custom_fields(session)}}


def field_named(session: Session, name: str) -> Field | None:
    """A field by its name; one that was retired is still one for what is on record."""
    known = FIELDS.get(name) or NAMES.get(name) or RATED.get(name)
    if known is not None:
        return known
    row = session.get(CustomFieldRow, name)
    return _field(row) if row else None


def _field(row: CustomFieldRow) -> Field:
    return Field(row.name, Of.CUSTOMER, FieldKind(row.kind), choices=tuple(row.choices), label=row.label)


def add_field(session: Session, *, label: str, kind: FieldKind, choices: tuple[str, ...] = ()) -> bool:
    """Add a field, or take a retired one of that label up again; False: there is one in use already."""
    name = name_of(label)
    row = session.get(CustomFieldRow, name)
    if row is not None and row.active:
        return False
    session.add(row or CustomFieldRow(name=name, label=label, kind=kind, choices=list(choices)))
    if row is not None:
        row.label, row.kind, row.choices, row.active = label, kind, list(choices), True
    session.flush()
    return True


def retire_field(session: Session, *, name: str, retired: bool = True) -> bool:
    """Take a field out of use, or back into it; what was filled in stays on record. False: it is so already."""
    row = session.get(CustomFieldRow, name)
    if row is None or row.active is not retired:
        return False
    row.active = not retired
    session.add(row)
    session.flush()
    return True


def name_of(label: str) -> str:
    return OWN + " ".join(label.casefold().split())
