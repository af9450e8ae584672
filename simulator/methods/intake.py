"""How the bot gets its updates: by asking, or by being told."""

import re
from urllib.parse import urlsplit

from simulator.errors import POLLING_CUT, WEBHOOK_ACTIVE, bad_request, conflict
from simulator.parameters import Parameters
from simulator.records import JsonObject
from simulator.telegram import Telegram
from simulator.webhook import DEFAULT_CONNECTIONS, Webhook

BATCH = 100
LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class RawJson(str):
    """A result that is JSON text already."""

    __slots__ = ()


async def get_updates(telegram: Telegram, parameters: Parameters) -> RawJson:
    if telegram.pusher.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    keep_wanted_kinds(telegram, parameters)
    limit = min(max(parameters.number("limit", BATCH), 1), BATCH)
    timeout = min(parameters.number("timeout"), LONGEST_POLL)
    updates = await telegram.feed.poll(parameters.number("offset"), limit, timeout)
    return RawJson(f"[{','.join(update.body for update in updates)}]")


def keep_wanted_kinds(telegram: Telegram, parameters: Parameters) -> None:
    """Without the parameter the earlier choice stays; an empty list is the default choice."""
    kinds = parameters.value("allowed_updates")
    if isinstance(kinds, list) and kinds != telegram.world.settings.get("allowed_updates"):
        telegram.world.set("allowed_updates", kinds)


def set_webhook(telegram: Telegram, parameters: Parameters) -> bool:
    url = parameters.text("url").strip()
    if url:
        check_webhook(url, parameters.text("secret_token"))
        keep_wanted_kinds(telegram, parameters)
        telegram.feed.interrupt(conflict(POLLING_CUT))
    drop_if_asked(telegram, parameters)
    connections = min(max(parameters.number("max_connections", DEFAULT_CONNECTIONS), 1), BATCH)
    telegram.pusher.use(Webhook(url, parameters.text("secret_token"), connections))
    return True


def check_webhook(url: str, secret: str) -> None:
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    # Unlike Telegram, plain http is fine here, but only to this machine: nothing leaves it.
    if urlsplit(url).hostname not in LOOPBACK:
        raise bad_request("bad webhook: the simulator pushes to this machine only")


def delete_webhook(telegram: Telegram, parameters: Parameters) -> bool:
    drop_if_asked(telegram, parameters)
    telegram.pusher.use(Webhook())
    return True


def drop_if_asked(telegram: Telegram, parameters: Parameters) -> None:
    if parameters.flag("drop_pending_updates"):
        telegram.feed.clear()


def get_webhook_info(telegram: Telegram, _: Parameters) -> JsonObject:
    webhook = telegram.pusher.webhook
    info: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.feed.pending()),
    }
    if webhook.url:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.error:
        info |= {"last_error_date": webhook.error_date, "last_error_message": webhook.error}
    kinds = telegram.world.settings.get("allowed_updates")
    return info | ({"allowed_updates": kinds} if kinds else {})
