"""What members call their hours when they set them in words."""

from sales.care.hours import Hour

_WORDS = {
    Hour.AGENDA: ("agenda", "morning", "日程", "早上", "早报"),
    Hour.WRAP: ("wrap", "evening", "小结", "晚上"),
    Hour.QUIET: ("quiet", "silence", "安静", "免打扰", "勿扰"),
    Hour.WORKDAYS: ("working days", "workdays", "days", "工作日"),
    Hour.COUNTRY: ("holidays", "country", "节假日", "假期"),
    Hour.A_DAY: ("a day", "cap", "number", "每天", "上限"),
}


def hour_named(text: str) -> tuple[Hour, str] | None:
    """What is to be set, and the words behind it; None: nothing is named."""
    said = text.strip()
    for hour, names in _WORDS.items():
        for name in names:
            if said.casefold().startswith(name):
                return hour, said[len(name) :].strip(" :：")
    return None
