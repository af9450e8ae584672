"""Everything the bot says in one go, by name, so that nobody can mistype a key."""

from enum import StrEnum

from wording.catalogue import sentence


class Said(StrEnum):
    """Messages of their own. What stands in %(…)s is given by name to `Voice.say`."""

    # Telling the bot
    NOTHING_FOUND = sentence("I found nothing to store in that. Keep it as a note?")
    IS_IT_RIGHT = sentence("Did I read this right?")
    SMALL_TALK = sentence("All right! Tell me whenever something happens at a customer's.")
    EMPTY = sentence("I saw no words in that message.\nPlease tell me in a sentence what happened.")
    STICKER = sentence("I can't read stickers.\nPlease tell me in words what happened.")
    VOICE_KEPT = sentence("I can't listen to voice notes yet.\nI have kept it; please write what it says.")
    PHOTO_KEPT = sentence("I can't look at pictures yet.\nI have kept it; please write what it shows.")
    VIDEO_KEPT = sentence("I can't watch videos yet.\nI have kept it; please write what it shows.")
    FILE_KEPT = sentence("I can't work with this file yet.\nI have kept it; please write what matters in it.")
    PLACE_KEPT = sentence("I can't work with places yet.\nI have kept it; please write whom you visited there.")
    ODD_KEPT = sentence("I can't work with this kind of message yet.\nPlease tell me in words what happened.")
    GIVEN_ACCEPTED = sentence("%(name)s takes this on: %(what)s")
    GIVEN_REFUSED = sentence("%(name)s can't do this: %(what)s\nIt stays with you.")
    GIVEN_DONE = sentence("✓ %(name)s did this: %(what)s")
    FAR_DAY = sentence("That is too far ahead: I remind you within ten years.\nOn which day shall it be?")
    SNOOZE_WHAT = sentence("Which reminder? Tap it in /today, or reply to it when it comes.")
    SNOOZE_WHEN = sentence("Until when? Tap a day, or write one; the reminder stays as it is until then.")
    NOTHING_NEW = sentence("nothing new")
    NOTHING_OPEN = sentence("There is nothing to cancel.")
    CANCELLED = sentence("Cancelled; nothing was stored.")
    LATER = sentence("All right, I'll ask again later.\nWhat you told me is kept; /today shows what is open.")
    ASKED_NEXT = sentence("I have kept that and ask about it next. This question is still open:")
    ASKED_LATER = sentence("I have kept that; /today asks about it. This question is still open:")
    SAME_CUSTOMER = sentence("Is %(name)s one of your customers under another name?\nI have kept the rest.")
    IN_THE_POOL = sentence("Nobody looks after %(name)s: it is in the pool.\nTake it over? I have kept the rest.")
    NEW_NAME = sentence("What is the new customer called?\nJust write the name.")
    NEW_NAME_FOR = sentence("What is %(name)s's full name?\nJust write it; I put it on record as a new customer.")
    CALLED_SO_ALREADY = sentence("%(customer)s is called %(name)s already.\nPlease write another name.")
    NAME_TOO_LONG = sentence("That name is very long.\nPlease write the customer's name alone.")
    NEW_CUSTOMER = sentence("Which customer is it?\nPlease write the name.")
    NEW_DAY = sentence("Which day is it?\nPlease write it like 27 Nov or next Friday.")
    NEW_CONTACTS = sentence("Who was it?\nPlease write the name; several with a comma.")
    NEW_ACTION = sentence("What is to be done?\nPlease write it in a few words.")
    NEW_WORDS = sentence("What is it to be instead?\nPlease write it.")
    NEW_AMOUNT = sentence("What is the right amount?\nPlease write it like 12,000 or 3.5k.")
    BELOW_ZERO = sentence("I left out the sum %(sum)s: it is below zero. How much was it?")
    NO_AMOUNT = sentence("I could not read an amount in that.\nPlease write it like 12,000 or 3.5k.")
    NO_DAY = sentence("I could not read a day in that.\nPlease write it like 27 Nov or next Friday.")
    NO_SUCH_DAY = sentence("There is no %(day)s in any year.\nPlease tell me once more, with another day.")
    NO_SUCH_TIME = sentence("No day has %(time)s.\nWhen shall I remind you? Tap a day, or write day and time.")
    PAST_TIME = sentence("%(time)s today is over already.\nWhen shall I remind you? Tap a day, or write: in an hour.")
    PAST_BARE = sentence("%(day)s is over already.\nWhat is it, and when? Write it like: call Acme on Friday.")
    PAST_DAY = sentence("%(day)s is over already.\nOn which day shall I remind you?")
    STILL_ASKING = sentence("I took that as an answer, but could not use it.\nPlease tap a button, or /cancel.")
    NOT_RECORDED = sentence("I know nothing of that message, so there is nothing to change.\nPlease send it again.")
    TAKEN_OVER = sentence("%(name)s takes on a complaint of yours:\n%(customer)s")
    LEFT_WITH_YOU = sentence("%(name)s leaves a complaint with you:\n%(customer)s")
    WENT_TO_OTHERS = sentence("What %(name)s had open went to %(others)s.")
    NOTHING_LEFT = sentence("%(name)s has nothing open any more.")
    BACK_WITH_THEM = sentence("%(name)s can be reached again and keeps what is open.")
    LOG_NOW = sentence("What happened? Just write it; I close the reminder with it.")
    LOG_ON = sentence("What happened at %(customer)s? Just write it.")
    PLAN_ON = sentence("What is to be done for %(customer)s, and when?\nJust write it: send the quote on Friday.")
    WHO_IS_IT = sentence("Who is it at %(customer)s?\nPlease write the name.")
    FIELD_HOW = sentence(
        "To add a field, write its name and what goes into it:\n"
        "Fleet size: number\n"
        "Tier: gold, silver, bronze\n"
        "It may be text, number, money, date, days, yes or no, or choices with commas."
    )
    FIELD_LONG_NAME = sentence("That name is longer than %(most)s letters; please shorten it.")
    FIELD_THERE = sentence("There is a field %(name)s already.\n/fields shows your own.")
    FIELD_TOO_MANY = sentence("A card holds at most %(most)s fields of your own.\nPlease take one off first: /fields")
    NO_CUSTOMER_FOUND = sentence("I found no customer of yours by that name.\n/customers shows all you have.")
    UNKNOWN_COMMAND = sentence("I don't know that command.\n/help shows those I know.")

    # Rights
    FOR_MANAGERS = sentence("Only managers and administrators can do that.\nPlease ask yours.")
    FOR_ADMINS = sentence("Only an administrator can do that.\nPlease ask one of yours.")
    AUDIT_NOBODY = sentence(
        "I found no colleague and no customer of yours by that name.\n/audit alone shows everything."
    )
    PRIVACY_HOW = sentence("About whom? Write the name behind it:\n/privacy Sarah Lee")
    PRIVACY_NOBODY = sentence(
        "There is nobody of that name on record.\nPlease write the name as it stands on the card."
    )
    NOT_DRAWN = sentence("The picture could not be drawn.\nPlease try again in a minute.")
    NOT_MADE = sentence("The file could not be made.\nPlease try again in a minute.")
    LOOKED_ENOUGH = sentence(
        "You have opened %(most)s different customers today; that is all for one day.\n"
        "Tomorrow it goes on; if you need more today, please ask your manager."
    )

    # Leave
    LEAVE_WHEN = sentence("From when to when are you away?\nPlease write it like 1-5 May or next week.")
    LEAVE_NO_DAYS = sentence("I could not read from when to when.\nPlease write it like 1-5 May or next week.")
    LEAVE_BACKWARDS = sentence(
        "The last day comes before the first.\nPlease write it like 1-5 May, with the year if needed."
    )
    LEAVE_PAST = sentence("%(last)s is over already.\nPlease write days that are still to come.")
    LEAVE_TOO_FAR = sentence("%(first)s – %(last)s is more than a year.\nA leave lies within a year from today.")
    LEAVE_OVERLAPS = sentence("There is a leave on some of these days already.\n/leave shows it and can cancel it.")
    LEAVE_ONESELF = sentence("%(name)s can't stand in for their own leave.\nPlease name a colleague.")
    LEAVE_COVER_AWAY = sentence("%(name)s is away at that time, too.\nPlease name another colleague.")
    LEAVE_NOT_YOURS = sentence("You can't enter a leave for %(name)s.\nTheir manager can; for your own: /leave 1-5 May")
    NO_COLLEAGUE = sentence("I know no colleague called %(name)s.\nPlease check the name.")
    SEVERAL_COLLEAGUES = sentence("Several colleagues are called %(name)s.\nPlease write the whole name.")

    # Hand-over
    NOBODY_OF_YOURS = sentence("None of your people is called %(name)s.\nPlease check the name.")
    HANDOVER_ONESELF = sentence("Those are %(name)s's customers already.\nPlease name somebody else.")
    HANDOVER_NOTHING = sentence("%(name)s has no customers to hand over.\n/handover shows who has some.")
    HANDED_ON = sentence("%(customer)s is with %(name)s now.\nPlease tell them, or name a customer of yours.")
    PASSED_ON = sentence("%(customer)s is with %(name)s now.\nI have passed on to them what you wrote.")
    WRITTEN_OF_YOURS = sentence("%(name)s wrote about %(customer)s, which is yours now:\n“%(text)s”")
    HANDED_TO_POOL = sentence(
        "%(customer)s waits in the pool now.\n/pool shows it; whoever claims it takes care of it."
    )
    LEAVER_NOT_YOURS = sentence("You can't end the access of %(name)s.\nAnother administrator can.")

    # Pool
    SEGMENT_HOW = sentence(
        "Tell me which customers you want, for example:\n"
        "/segment class A in Jiangsu not visited this month\n"
        "/segment ordered for more than 50,000, not ordered for 60 days\n"
        "Or put it together by buttons."
    )
    SEGMENT_NOT_READ = sentence(
        "I understood none of this: %(words)s\n"
        "Please name a class, a region, a stage or since when nobody was there; /segment alone shows how."
    )
    SEGMENT_NAME = sentence("Under which name shall I save it?\nJust write it.")
    SEGMENT_NAME_LONG = sentence("Please write a name of at most %(most)s letters.")
    SEGMENT_TOO_MANY = sentence("You have saved %(most)s segments; please delete one first: /segment")
    SEGMENT_SAVED = sentence("✓ Saved as %(name)s.\n/segment lists yours; /export %(name)s sends one as a file.")
    QUESTION_HOW = sentence(
        "Ask me, with or without /ask, for example:\n"
        "How many visits did each rep make last week?\n"
        "Who is overdue by more than 30 days?\n"
        "Or tap one:"
    )
    QUESTION_LANGUAGE = sentence("I read questions in English and Chinese; please ask again, or tap one:")
    POOL_NO_SUCH = sentence("There is no %(name)s in your pool.\n/pool shows what is there.")
    POOL_ENOUGH = sentence("You have claimed all that you may today: %(most)s.\nTomorrow you can claim more.")
    POOL_LIMIT_HOW = sentence("How many may a member claim a day?\nPlease write it like this: /pool limit 5")
    POOL_LIMIT_SET = sentence("Claims a day for everybody: %(most)s.")

    # Teams
    TEAMS_HOW = sentence(
        "I could not read that.\nFor example: /teams add North, /teams move Anna to West, /teams Anna manager"
    )
    TEAM_NAME = sentence("What is the team to be called?\nPlease write the name.")
    TEAM_NAME_LONG = sentence("A team's name has 1 to %(most)s letters.\nPlease write a shorter one.")
    TEAM_THERE = sentence("There is a team called %(team)s already.\nPlease choose another name.")

    # Merging
    MERGE_HOW = sentence(
        "Which two are one? Write both names:\n"
        "/merge Acme Tools, Acme Tools Ltd\n"
        "Or two people of a customer: /merge Acme: S. Lee, Sam Lee"
    )
    MERGE_SAME = sentence("That is the same one twice.\nPlease name two: /merge Acme Tools, Acme Tools Ltd")
    MERGE_MERGED = sentence("These two are merged already.\n/merges shows it, and undoes it.")
    MERGE_GONE = sentence("One of the two is no longer on record.")
    MERGE_ELSEWHERE = sentence("These two people are at different customers.\nMerge the customers first.")
    MERGE_NOT_YOURS = sentence("To merge two, both must be yours or your team's.\nPlease ask your manager.")
    MERGE_UNKNOWN = sentence("I found no customer of yours called %(name)s.\n/customers shows all you have.")
    MERGE_NOBODY = sentence("I did not find both people at %(name)s.\nThe card shows who is there.")
    MERGE_CANCELLED = sentence("All right, nothing was merged.")
    BOTH_KEPT = sentence("All right, both stay.")

    # Settings
    LANGUAGE_SET = sentence("I'll speak English with you.")
    FACTS_ASKED = sentence(
        "After a visit or a call I may ask for one thing that the card lacks:\n"
        "at most once a week for a customer, and three times a day."
    )
    FACTS_NOT_ASKED = sentence(
        "I don't ask you for what is missing on cards.\n/questions turns it on again; /cards shows what lacks."
    )
    TIMEZONE_ASKED = sentence("Where are you?\nPlease tap or write your city or zone, for example Shanghai or UTC+8.")
    TIMEZONE_UNKNOWN = sentence(
        "I don't know the time zone %(zone)s.\nPlease write a large city or a zone: Shanghai, Berlin, Europe/London."
    )
    TIMEZONE_SET = sentence("Your time zone is %(zone)s now; there it is %(moment)s.")
    CALENDAR_ADDRESS = sentence(
        "Your calendar has an address of its own now:\n"
        "Add it in your phone's calendar, under “subscribed calendars”. It holds your plans and birthdays.\n"
        "Whoever knows it reads along, so keep it to yourself. I show it only this once."
    )
    CALENDAR_ON = sentence(
        "Your calendar has an address, made on %(day)s.\nI showed it then; if it is lost, take a new one."
    )
    CALENDAR_OFF = sentence("Your calendar has no address now.\nWhat you subscribed to is not kept up any more.")
    CALENDAR_NO_ADDRESS = sentence(
        "Phones can't reach me here yet.\n"
        "Whoever runs me has to set RAPPORT_PUBLIC_URL; until then I can send your calendar as a file."
    )
    CALENDAR_FILE = sentence("Your plans and birthdays as they are now.\nOpen the file to put them in your calendar.")

    # Pages in a browser
    PAGE_LINK = sentence(
        "Your pages: digest, customers, complaints, team.\n"
        "The link opens them once, within ten minutes; it is for you alone."
    )
    PAGE_NO_ADDRESS = sentence(
        "Browsers can't reach me here yet.\n"
        "Whoever runs me has to set RAPPORT_PUBLIC_URL; until then /digest, /customers and /complaints show the same."
    )

    # Lists in and out
    FILE_TOO_LARGE = sentence("That file is too large for me.\nPlease send one of less than 20 MB.")
    IMPORT_NOT_YOURS = sentence("Lists are read in by reps, managers and administrators.\nPlease pass the file on.")
    IMPORT_TEMPLATE = sentence("Fill this in, or take a list of your own, and send it to me.\nI show you what I read.")
    EXPORT_COMES = sentence("I am putting it together; it comes in a moment.")
    EXPORT_NOT_ALL = sentence("That is not yours to take along: /export alone has all that you may see.")
    EXPORT_HOW = sentence("Please write /export alone, or for addresses:\n/export addresses class A region East")

    # When something is wrong
    TROUBLE = sentence("I could not work on your message.\nIt is kept and will be looked at; no need to send it again.")
    MAY_REPEAT = sentence("(You may have seen this already.)")
    AWAY_LONG = sentence("What you sent before %(moment)s may be missing; please look.")
    GROUP = sentence("Please write to me in our private chat.\nCustomers' data does not belong in a group.")
    WHICH_REPORT = sentence("Which report?\nPlease write /report, /report yesterday or /report week.")
    WHICH_DIGEST = sentence(
        "Which digest?\nPlease write /digest, /digest yesterday, /digest week or /digest last month."
    )
    WHICH_AGENDA = sentence("Which days?\nPlease write /agenda, /agenda tomorrow or /week.")
    NOTHING_DUE = sentence("Nothing due today, %(day)s.")
    NO_CARDS = sentence("There are no customers' cards to count yet.\nTell me of a visit, and the first one is here.")
    NO_DEALS = sentence("No open deals.\nTell me what a customer may order, and it is here.")
    VISIT_THERE = sentence("visit, they have gone quiet")
    CALL_THERE = sentence("call, they have gone quiet")
    WHY_QUIET = sentence("What is it? Write it in a few words, if you like.")
    NOTED = sentence("Noted.")
    DEAL_WHY = sentence("Please write in a few words why, if you like.")
    NO_CUSTOMERS = sentence("You have no customers yet.\nTell me of a visit, and the first one is here.")


class Toast(StrEnum):
    """The short line over the chat after a tap."""

    SAVED = sentence("Saved.")
    CHANGED = sentence("Changed.")
    KNOWN_ALREADY = sentence("I have that already; noted that it still holds.")
    UNDONE = sentence("Taken back.")
    ALREADY_UNDONE = sentence("This is taken back already.")
    REDONE = sentence("Stored again.")
    ALREADY_REDONE = sentence("This is stored already.")
    DONE = sentence("Well done.")
    MOVED = sentence("Moved to %(moment)s.")
    DROPPED = sentence("Dropped.")
    ASKED = sentence("%(name)s is asked.")
    NO_COLLEAGUE = sentence("Nobody else of your team is here now. You can move it to another day.")
    SKIPPED = sentence("Left out this time.")
    REOPENED = sentence("Open again.")
    ALREADY_CLOSED = sentence("This is closed already.")
    ALREADY_ANSWERED = sentence("You have answered this already.")
    ALREADY_USED = sentence("This button was pressed already.")
    TOO_OLD = sentence("This button is too old. Please tell me in words.")
    COMES = sentence("It comes in a moment.")
    NOT_YOURSELF = sentence("You cannot erase yourself. Please ask another administrator.")
    NOT_YOURS = sentence("This button is not meant for you.")
    NOT_ALLOWED = sentence("You may not do this any more.")
    GONE = sentence("This is no longer on record.")
    SEGMENT_DELETED = sentence("Deleted. Save keeps it after all.")
    MERGED = sentence("They are one now.")
    MERGE_UNDONE = sentence("They are two again.")
    MERGE_UNDONE_ALREADY = sentence("This merge was undone already.")
    MERGE_TOO_LATE = sentence("A merge can be undone for 30 days; these are over.")
    MERGE_BUILT_ON = sentence("%(name)s was merged on top of this later. Please undo that first.")
    RULED = sentence("Decided; both are told.")
    ALREADY_RULED = sentence("%(name)s has decided this already.")
    TAKEN = sentence("It is yours now.")
    CLOSED = sentence("Closed.")
    TOO_LATE_TO_PROMISE = sentence("That day is over. Please choose another one.")
    ALREADY_TAKEN = sentence("%(name)s takes care of it already.")
    PROMISED = sentence("Promised by %(day)s: I'll keep an eye on it.")
    COLLEAGUE_AWAY = sentence("Away at that time, or no longer here: please choose somebody else.")
    CHOOSE_SOME = sentence("Please tap at least one customer.")
    SIGNED_OUT = sentence("You are no longer signed in here.")
    CLAIMED = sentence("It is yours.")
    CLAIMED_BEFORE = sentence("%(name)s was a moment quicker; it is taken.")
    QUIET_UNTIL = sentence("I keep quiet about them until %(day)s.")
    NO_PROMISE = sentence("No promise noted.")
    LATER = sentence("I'll ask again later.")
    LEFT_OPEN = sentence("All right, that stays open.")
    WRITE_IT = sentence("Please write it.")
