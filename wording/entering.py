"""What people hear who come in, or who invite others, by name."""

from enum import StrEnum

from wording.catalogue import sentence


class Entering(StrEnum):
    """Messages of their own. What stands in %(…)s is given by name to `Voice.say`."""

    # Coming in
    WELCOME_REP = sentence(
        "Welcome, %(name)s! You are in team %(team)s.\n"
        "Just tell me what happened, in your own words:\n"
        "“Visited Acme this morning, they want a quote by Friday.”\n"
        "I write it down and remind you. /help shows more."
    )
    WELCOME_MANAGER = sentence(
        "Welcome, %(name)s! You manage team %(team)s here.\n"
        "Bring your people in with /invite. Complaints reach you at once.\n"
        "You can also tell me about your own visits. /help shows more."
    )
    WELCOME_CARE = sentence(
        "Welcome, %(name)s! You look after the customers of team %(team)s.\n"
        "Tell me of complaints and feedback, in your own words.\n"
        "/complaints has those that are open, /help shows more."
    )
    WELCOME_ADMIN = sentence(
        "Welcome, %(name)s! You run this bot.\n"
        "Bring managers and reps in with /invite, one by one or as a list.\n"
        "/help shows more."
    )
    WELCOME_BACK = sentence("Good to see you, %(name)s.\nJust tell me what happened; /help shows what else I can do.")
    NEW_PHONE = sentence("Welcome back, %(name)s.\nThis phone is yours now; the old one is signed out.")
    ALREADY_IN = sentence("You are in already, so the code was not used.\nPass it on to the person it is meant for.")
    STRANGER = sentence("Hello! I only talk to people who were invited.\nIf you have a code, please send it to me.")
    CODE_WRONG = sentence("I don't know this code.\nPlease check it, or ask for a new one.")
    CODE_USED = sentence("This code was used already.\nPlease ask for a new one.")
    CODE_EXPIRED = sentence("This code has expired: codes are good for 24 hours.\nPlease ask for a new one.")
    TOO_MANY_TRIES = sentence("Those were too many tries.\nPlease wait ten minutes and send the code again.")
    SIGNED_OUT = sentence("You are no longer signed in here.\nIf that is a mistake, please ask your manager.")

    # Inviting
    INVITE_HOW = sentence(
        "Whom shall I invite? Write the name and the role:\n"
        "/invite Anna Lee, rep\n"
        "For many at once, send a list or an .xlsx with name, role and team."
    )
    INVITE_NOT_ALLOWED = sentence("The role %(role)s is not yours to give.\nPlease ask an administrator.")
    INVITE_NOT_YOU = sentence("Only managers and administrators can invite.\nPlease ask yours.")
    INVITE_UNKNOWN_ROLE = sentence("I don't know the role %(role)s.\nPlease use rep, manager, care or admin.")
    INVITE_UNKNOWN_TEAM = sentence("I don't know the team %(team)s.\nYours: %(teams)s.")
    INVITE_NO_NAME = sentence("There is no name in that.\nPlease write it like this: /invite Anna Lee, rep")
    INVITE_LONG_NAME = sentence("That name is longer than %(most)s letters.\nPlease write the person's name alone.")
    INVITE_ALREADY_IN = sentence(
        "%(name)s is in team %(team)s already.\nFor a new phone of theirs: /invite %(name)s, new phone"
    )
    INVITE_NOBODY = sentence("There is nobody called %(name)s to whom you could give a new phone.")
    INVITE_SEVERAL = sentence("There are several people called %(name)s.\nPlease ask an administrator to rename one.")
    INVITE_BAD_LINE = sentence("Line %(line)s: %(problem)s")
    INVITE_EMPTY_LIST = sentence("There are no people on that list.\nI need the columns name, role and team.")
    INVITE_LONG_LIST = sentence("That list is too long.\nPlease send at most %(most)s people at once.")
    NOT_A_SPREADSHEET = sentence(
        "I can't read that file as a list.\nPlease send an .xlsx with the columns name, role and team."
    )
