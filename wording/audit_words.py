"""The words for what stands on the audit trail; tests/rights/test_audit.py finds deeds that lack them."""

from wording.catalogue import sentence

DEEDS = {
    "button.refused": sentence("was refused a button"),
    "command.refused": sentence("was refused a command"),
    "complaint.leave_with_rep": sentence("left a complaint with the rep"),
    "complaint.take": sentence("took a complaint on"),
    "contact.added": sentence("added a person"),
    "contact.changed": sentence("changed a person"),
    "contact.merged": sentence("merged two people"),
    "contact.parted": sentence("took a merge of people back"),
    "customer.changed": sentence("changed the card"),
    "customer.merged": sentence("merged two customers"),
    "customer.parted": sentence("took a merge of customers back"),
    "customer.refused": sentence("wanted more cards than a day allows"),
    "customer.seen": sentence("opened the card"),
    "export.made": sentence("took an export"),
    "follow_up.done": sentence("finished a follow-up"),
    "follow_up.dropped": sentence("dropped a follow-up"),
    "follow_up.reopened": sentence("took a follow-up up again"),
    "follow_up.snoozed": sentence("put a follow-up off"),
    "import.made": sentence("read a list in"),
    "import.undone": sentence("took a list back"),
    "invitation.made": sentence("invited somebody"),
    "leave.cancelled": sentence("cancelled a leave"),
    "leave.covered": sentence("chose who stands in"),
    "leave.entered": sentence("entered a leave"),
    "member.joined": sentence("came in"),
    "person.erased": sentence("erased a person"),
    "person.exported": sentence("exported all about a person"),
    "telling.fix_set": sentence("corrected a message"),
    "telling.promise": sentence("noted by when an answer is promised"),
    "telling.redo": sentence("stored a message again"),
    "telling.undo": sentence("took a message back"),
    "trail.read": sentence("looked at the audit trail"),
}
"""What somebody did, to stand after their name."""
