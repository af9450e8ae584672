"""What the simulator remembers: every field is plain JSON, so that a record can go to disk as it is."""

from dataclasses import dataclass, field

JsonObject = dict[str, object]

PRIVATE = "private"
GROUP = "group"
SUPERGROUP = "supergroup"


@dataclass(slots=True)
class User:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "en"
    phone: str = ""
    is_bot: bool = False
    deactivated: bool = False
    about: str = ""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class Chat:
    id: int
    kind: str
    title: str = ""
    members: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    moved_to: int = 0
    last_message: int = 0
    reply_keyboard: JsonObject | None = None
    menu_button: JsonObject = field(default_factory=lambda: {"type": "default"})


@dataclass(frozen=True, slots=True)
class Button:
    """One button, as a person sees it; `shape` is Telegram's object."""

    text: str
    shape: JsonObject

    @property
    def data(self) -> str:
        return str(self.shape.get("callback_data", ""))

    @property
    def url(self) -> str:
        return str(self.shape.get("url", ""))


@dataclass(slots=True)
class Message:
    id: int
    chat: int
    sender: int
    date: int
    text: str = ""
    entities: list[JsonObject] = field(default_factory=list)
    media: JsonObject = field(default_factory=dict)
    markup: JsonObject | None = None
    reply_to: int = 0
    edited: int = 0
    extra: JsonObject = field(default_factory=dict)
    versions: list[JsonObject] = field(default_factory=list)
    reactions: list[JsonObject] = field(default_factory=list)
    from_bot: bool = False
    silent: bool = False
    deleted: bool = False

    @property
    def buttons(self) -> list[list[Button]]:
        """Read the inline buttons row by row."""
        return button_rows(self.markup, "inline_keyboard")

    @property
    def labels(self) -> list[list[str]]:
        return [[button.text for button in row] for row in self.buttons]


def button_rows(markup: JsonObject | None, kind: str) -> list[list[Button]]:
    rows = (markup or {}).get(kind)
    if not isinstance(rows, list):
        return []
    return [[Button(str(shape["text"]), shape) for shape in row] for row in rows]


@dataclass(slots=True)
class Update:
    """One undelivered update: `body` is its JSON text, `lane` the order it has to be pushed in."""

    id: int
    kind: str
    lane: str
    date: int
    body: str
    serial: int = 0


@dataclass(slots=True)
class Tap:
    """A pressed button and, later, what the bot answered."""

    id: str
    user: int
    chat: int
    message: int
    data: str
    date: int
    answer: JsonObject | None = None

    @property
    def answered(self) -> bool:
        return self.answer is not None

    @property
    def text(self) -> str:
        return str((self.answer or {}).get("text", ""))

    @property
    def alert(self) -> bool:
        return bool((self.answer or {}).get("show_alert"))


@dataclass(slots=True)
class StoredFile:
    id: str
    unique_id: str
    path: str
    size: int
    name: str = ""
    mime: str = ""
    shape: JsonObject = field(default_factory=dict)


Record = User | Chat | Message | Update | StoredFile
