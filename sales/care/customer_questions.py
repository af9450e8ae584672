"""Whether words pass on a question that the customer put, and which part of them it is."""

import re

_WHO = r"(?:they|he|she|the (?:customer|client|buyer|boss)|customer|client|[A-Z][\w.&'-]*)"
_VERB = (
    r"(?:(?:has |have |had )?(?:also |again )?(?:asked|asks|ask|wondered|wonders|inquired|enquired)"
    r"|(?:wants?|wanted|would like|needs?|needed) to know|(?:is|are|was|were) (?:asking|wondering))"
)
# "asked for 3 samples" and "asked us to call" are wishes, which become entries and follow-ups of their own.
_OPENS = (
    r"(?:us |me |again )?(?:about |on )?"
    r"(?:if|whether|when|what|which|how|why|who|where|about|can|could|do|does|is|are)\b"
)
_ENGLISH = re.compile(rf"\b{_WHO} {_VERB} {_OPENS}[^.;\n]*", re.IGNORECASE)
_CHINESE = re.compile(
    r"(?:客户|对方|他们?|她|[\u4e00-\u9fff]{1,4}(?:总|经理|工|主任|老板))?(?:又|还|也)?"
    r"(?<!我)(?<!我们)(?<!我又)(?:想知道|想了解|想问|询问|打听|问(?!题|好|候|卷|过|价))(?:了|我们?|一下|下|起)*"
    r"[^。;；\n]*(?:能不能|能否|可不可以|可以|是否|是不是|有没有|会不会|行不行|什么|怎么|多少|多久|几|哪|吗|何时|为何|呢)[^。;；\n]*"
)
_OURS = re.compile(r"I (?:asked|wondered)", re.IGNORECASE)


def question_in(words: str) -> str:
    """The words that ask, without what stands around them; "" where nobody asks."""
    for pattern in (_ENGLISH, _CHINESE):
        if (found := pattern.search(words)) and not _OURS.match(found[0]):
            return found[0].strip(" ,，")
    return ""
