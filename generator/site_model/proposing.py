"""The page where officials propose a change (提出修改)."""

from generator.site_model import addresses
from generator.site_model.overview_pages import ProposePage
from generator.site_model.parts import Link
from generator.site_model.plan import Plan
from generator.site_model.reporting import mailbox, report_link

GUIDE = "about/officials.html"
"""Where the site says how its files are changed, if it has such a page."""


def propose_page(plan: Plan) -> ProposePage:
    """One page for the whole site: what is to be changed stands behind `#`."""
    title = plan.phrases["propose"]
    address = addresses.PROPOSE
    prose = plan.prose.get(GUIDE)
    return ProposePage(
        head=plan.head(
            address,
            title,
            plan.phrases["propose-description"],
            report=report_link(plan, title, address),
        ),
        guide=Link(prose[0], GUIDE) if prose else None,
        mailbox=mailbox(plan.settings),
    )
