"""HTML to entities, as TDLib does it."""

import pytest

from simulator.detection import detect
from simulator.errors import ApiError
from simulator.formatting import parse_html


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("plain &amp; &lt;3 &copy; &#20013;", "plain & <3 &copy; 中", []),
        ("<b>bold</b>", "bold", [entity("bold", 0, 4)]),
        ("😀<i>x</i>", "😀x", [entity("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<a href='https://x.org/?a=1&amp;b=2'>x</a>", "x", [entity("text_link", 0, 1, url="https://x.org/?a=1&b=2")]),
        (
            "<pre><code class='language-py'>x</code></pre>",
            "x",
            [entity("pre", 0, 1, language="py"), entity("pre", 0, 1)],
        ),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<b></b>x & y", "x & y", []),
        ("<STRONG>x</strong  >", "x", [entity("bold", 0, 1)]),
    ],
)
def test_markup(markup: str, text: str, entities: list[dict[str, object]]) -> None:
    found = parse_html(markup)
    assert (found[0], sorted(map(str, found[1]))) == (text, sorted(map(str, entities)))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<abac>", 'Unsupported start tag "abac" at byte offset 0'),
        ("中<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<i>a</em>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</em>"'),
        ("<i>a</i   ", "Unclosed end tag at byte offset 4"),
        ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_markup(markup: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(markup)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/visit Acme", [("bot_command", 0, 6)]),
        ("and/or 1/2 / </b> /a/b", []),
        ("😀 /start@rapport_bot", [("bot_command", 3, 18)]),
        ("see https://x.org/a, ok", [("url", 4, 15)]),
        ("lee@acme.example", [("email", 0, 16)]),
        ("@anna_lee #acme", [("mention", 0, 9), ("hashtag", 10, 5)]),
        ("+65 6555 0123", [("phone_number", 0, 13)]),
    ],
)
def test_what_telegram_marks_by_itself(text: str, kinds: list[tuple[str, int, int]]) -> None:
    assert detect(text, []) == [entity(*kind) for kind in kinds]
