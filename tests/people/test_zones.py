"""Time zones as people name them."""

import pytest

from handlers.company.zones import zone_named


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Shanghai", "Asia/Shanghai"),
        ("上海", "Asia/Shanghai"),
        ("上海市", "Asia/Shanghai"),
        ("Beijing", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("纽约", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("london", "Europe/London"),
        ("伦敦", "Europe/London"),
        ("Singapore", "Asia/Singapore"),
        ("europe/berlin", "Europe/Berlin"),
        ("UTC+8", "Etc/GMT-8"),
        ("GMT -5", "Etc/GMT+5"),
        ("+8", "Etc/GMT-8"),
        ("UTC−3", "Etc/GMT+3"),
        ("UTC+0", "UTC"),
        ("utc", "UTC"),
    ],
)
def test_a_place_or_an_offset(words: str, key: str) -> None:
    zone = zone_named(words)
    assert zone is not None
    assert zone.key == key


@pytest.mark.parametrize("words", ["", "nowhere", "UTC+15", "UTC-13", "Visited Acme", "8"])
def test_no_place(words: str) -> None:
    assert zone_named(words) is None
