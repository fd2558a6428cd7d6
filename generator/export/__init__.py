"""What programs read of the site: feeds, linked data, what a district portal takes in.

Feeds are Atom (订阅), valid by RFC 4287; their entries, once published, keep id and
bytes whatever is added later, so feeds never look at `Plan.today`. This room never
asks the clock, never writes files, never renders pages, and hands out no person's
name that the pages do not show.
"""

from generator.export.feeds import feeds
from generator.export.linked_data import linked_data
from generator.export.portal import portal
from generator.export.proposals import proposals

__all__ = ["feeds", "linked_data", "portal", "proposals"]
