"""The doctor's look at the language model: what it is sent, and whether it answers an invented message."""

import asyncio
from collections.abc import Iterator
from datetime import datetime

from bot.commands.verdicts import Verdict, good, note, wrong
from bot.language_model import endpoint_of, open_second_opinion, refuse_private
from bot.settings import Settings
from bot.wrong_setting import WrongSetting

_INVENTED = "Visited Acme Tools this morning, they want a quote by Friday"


def ask_language_model(settings: Settings, now: datetime) -> Iterator[Verdict]:
    """Nothing at all, where none is set."""
    endpoint = endpoint_of(settings)
    if endpoint is None:
        return
    try:
        refuse_private(settings)
    except WrongSetting as error:
        yield from (wrong(line, "or leave RAPPORT_LLM_URL out") for line in error.lines)
        return
    sent = f"what reps tell, and at most 8 names of customers with it, is sent to {endpoint.model} at {endpoint.host}"
    yield note(sent, "leave RAPPORT_LLM_URL out, and nothing leaves the house")
    why = asyncio.run(_why_not(settings, now))
    yield (
        wrong(f"the language model is not heard: {why}", "the rules work alone meanwhile")
        if why
        else good("the language model answers in the form that is asked for")
    )


async def _why_not(settings: Settings, now: datetime) -> str:
    from understanding.directory import Directory, Known
    from understanding.findings import Moment
    from understanding.reading import understand

    second = open_second_opinion(settings)
    if second is None:
        return ""
    moment, directory = Moment(now, settings.currency), Directory([Known(1, "Acme Tools")])
    try:
        heard = await second.opinion(_INVENTED, moment, directory, understand(_INVENTED, moment, directory))
    finally:
        await second.aclose()
    return heard if isinstance(heard, str) else ""
