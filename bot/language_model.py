"""Joins the optional language model to the app; nothing of it is loaded unless it is set."""

import asyncio
from typing import TYPE_CHECKING

from bot.settings import Settings
from bot.wrong_setting import WrongSetting

if TYPE_CHECKING:
    from second_opinion.asking import SecondOpinion
    from second_opinion.endpoint import Endpoint


_PATIENCE = 5
_PRIVATE = (
    "RAPPORT_LLM_URL leads to {error}: an address of this machine or of a private network. "
    "If that is meant, set RAPPORT_LLM_ALLOW_PRIVATE=1."
)


def endpoint_of(settings: Settings) -> "Endpoint | None":
    """Where a model is asked; None: nowhere."""
    from second_opinion.endpoint import Endpoint

    if not settings.llm_url:
        return None
    key = settings.llm_key.get_secret_value()
    return Endpoint(settings.llm_url, settings.llm_model, key, settings.llm_allow_private)


def open_second_opinion(settings: Settings) -> "SecondOpinion | None":
    endpoint = endpoint_of(settings)
    if endpoint is None:
        return None
    from second_opinion.asking import SecondOpinion

    return SecondOpinion(endpoint)


def refuse_private(settings: Settings) -> None:
    """Raise WrongSetting if the model lies where only an operator can allow it; a name unknown today is no fault."""
    endpoint = endpoint_of(settings)
    if endpoint is None:
        return
    from second_opinion.addresses import PrivateAddressError, allowed, look_up

    looking = allowed(endpoint.host, endpoint.port, look_up, private=endpoint.private)
    try:
        asyncio.run(asyncio.wait_for(looking, _PATIENCE))
    except PrivateAddressError as error:
        raise WrongSetting([_PRIVATE.format(error=error)]) from None
    except (OSError, TimeoutError):
        return
