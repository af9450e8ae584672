"""Tells which persons are our own, not the customer's."""

import re

from understanding.message.people.clues import Guess

_BEFORE = re.compile(
    r"(?:(?:\bour|\bmy|\bour own|colleague|teammate)(?: (?:own|new|[a-z]+))?,? "
    r"|\bme and |(?:我们|咱们|咱|我司|我方|我哋|我家|同事|我们的|本公司)(?:公司|部门)?(?:的)?"
    r"(?:技术|技术员|业务员|工程师|司机|师傅|售后|销售|仓库|财务|客服|内勤|跟单|采购|会计|老板)?(?:的)?)$"
)
_AFTER = re.compile(
    r"(?:'s)? (?:(?:from|in|on|at) (?:our|claims|accounts|dispatch|the warehouse|our side|the depot|service|support"
    r"|logistics|finance|billing|the office|head office)\b|and (?:me|i)\b)|[((]?(?:是)?(?:我们|咱们|我司|自己人)"
)
_REACH = 24


def marked(spelled: str, guess: Guess) -> Guess:
    """With a clue, if it is one of ours."""
    before = _BEFORE.search(spelled[max(0, guess.start - _REACH) : guess.start])
    after = _AFTER.match(spelled[guess.end : guess.end + _REACH])
    if not (before or after):
        return guess
    return guess._replace(clues=(*guess.clues, "ours before" if before else "ours after"))
