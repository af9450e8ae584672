"""What the pages in a browser say: their frame, their doors, and the labels on them."""

from enum import StrEnum

from wording.catalogue import sentence


class Page(StrEnum):
    """What stands in %(…)s is given by name to `Voice.say`."""

    TITLE = sentence("Rapport")
    SKIP = sentence("To the content")
    MENU = sentence("Pages")
    SIGN_OUT = sentence("Sign out")
    SHOW = sentence("Show")

    # Getting in
    OPEN = sentence("Open")
    OPEN_HINT = sentence("This link opens your pages once, within ten minutes after I sent it.")
    CODE = sentence("Code: what stands behind the # in the link")
    OPENING = sentence("One moment: Telegram tells me who you are.")
    APP_NEEDS_SCRIPT = sentence("This browser runs no scripts. Send /page in the chat and take the link there.")
    NOT_SIGNED_IN = sentence("You are not signed in, or no longer. Send /page in the chat for a new link.")
    SIGNED_OUT = sentence("You are signed out. Send /page in the chat when you want to come back.")
    LINK_UNKNOWN = sentence("This link leads nowhere. Send /page in the chat for a new one.")
    LINK_USED = sentence("This link has been used. Send /page in the chat for a new one.")
    LINK_EXPIRED = sentence("This link was good for ten minutes and has run out. Send /page in the chat for a new one.")
    NOT_FROM_TELEGRAM = sentence("I can't tell that Telegram sent you. Send /page in the chat and take the link there.")
    OPENED_LONG_AGO = sentence("This was opened more than an hour ago. Close it and open it in the chat again.")
    NO_MEMBER = sentence("I don't know you yet. Ask your manager for an invitation, and open it in Telegram.")
    NOTHING_FOR_YOU = sentence(
        "These pages are for those who lead a team. Your own customers are in the chat: /customers"
    )
    NOT_OURS = sentence("That came from another site, so I did nothing. Send /page in the chat for a link.")
    TOO_MANY = sentence("Too many people are knocking right now. Please try again in a minute.")
    STORE_AWAY = sentence("The database is away right now. Please try again in a minute.")

    # The digest
    DIGEST = sentence("Digest")
    PERIOD = sentence("Period")
    DAY = sentence("Today")
    WEEK = sentence("This week")
    MONTH = sentence("This month")
    QUARTER = sentence("This quarter")
    SHOW_FIGURES = sentence("Show the figures")
    SHOW_PICTURE = sentence("Show the picture")
    NO_PICTURE = sentence("The picture took too long to draw. Choose the period again to try once more.")
    PICTURE = sentence("The digest in a picture; it shows the same figures as the list and the table above it")
    ONE_BEFORE = sentence("The one before")
    BY_REP = sentence("By rep")
    NOBODY_SELLS = sentence("Nobody sells in this team yet; /invite brings somebody in.")
    NAME = sentence("Name")
    BEFORE = sentence("before %(was)s")

    # Complaints, and who slips away
    COMPLAINTS = sentence("Complaints")
    WHICH = sentence("Which")
    PAGE_BEFORE = sentence("‹ Before")
    SLIPPING = sentence("Slipping away")
    TEAM = sentence("Team")
    ORDERS = sentence("Orders")
    A_YEAR = sentence("In a year")
    REASON = sentence("Reason")

    # The team
    AWAY = sentence("away")
    CUSTOMERS_OF = sentence("Customers of %(name)s")
    TARGETS = sentence("Targets")
    SHOW_TARGETS = sentence("Show the targets")
    NO_TARGETS = sentence("No targets are set: /targets in the chat sets them.")
    DONE_OF = sentence("%(done)s of %(all)s")
    BEHIND = sentence("behind")
    CARDS = sentence("Customer cards")
    SHOW_CARDS = sentence("Show how complete the cards are")
    COMPLETE = sentence("Complete")
    FRESH = sentence("Fresh")
    STALE = sentence("Stale A cards")

    # The map
    MAP = sentence("Map")
    MAP_BESIDE = sentence("Map of the customers; the list beside it shows the same")
    NEEDS = sentence("Needs attention")
    WHERE_MOST_ARE = sentence("Where most are")
    EVERYBODY = sentence("Show all")
    WIDER = sentence("Farther away")
    CALM = sentence("nothing is up")
    HOW_TO_PLACE = sentence(
        "To give one a place: tap Edit on its card in the chat, then Place, and send the location there; "
        "or send me a list with a column of coordinates."
    )

    # Customers
    CUSTOMERS = sentence("Customers")
    NAME_OR_CODE = sentence("Name or code")
    CLASS = sentence("Class")
    STAGE = sentence("Stage")
    OWNER = sentence("Owner")
    REGION = sentence("Region")
    ALL = sentence("All")
    SEARCH = sentence("Search")
    LAST_CONTACT = sentence("Last contact")
    LAST_ORDER = sentence("Last order")
    NO_CUSTOMERS = sentence("Nobody like that. Take a filter away, or write fewer words.")
    FROM_THE_START = sentence("From the start")
    MORE = sentence("More ›")
    BACK_TO_LIST = sentence("‹ Back to the list")
    HAPPENED = sentence("What happened")
    NEWER = sentence("‹ Newer")
    OLDER = sentence("Older ›")
