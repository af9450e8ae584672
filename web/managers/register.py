"""All pages, in the order of the menu."""

from web.managers import complaints, customer, customer_map, customers, digest, seller, slipping, team
from web.managers.page import Page
from wording.page_words import Page as Words

PAGES = (
    Page("digest", digest.show, Words.DIGEST),
    Page("customers", customers.show, Words.CUSTOMERS),
    Page("complaints", complaints.show, Words.COMPLAINTS),
    Page("slipping", slipping.show, Words.SLIPPING),
    Page("team", team.show, Words.TEAM),
    Page("map", customer_map.show, Words.MAP),
    Page("customer", customer.show, within="customers"),
    Page("seller", seller.show, within="team"),
)
"""The first is where one arrives."""
BY_NAME = {page.name: page for page in PAGES}
