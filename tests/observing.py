"""Watch a browser page: its requests and its complaints.

What the Content-Security-Policy refuses is said on the console, as an error.
"""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page


@dataclass(frozen=True, slots=True)
class Observed:
    """Addresses asked for, and errors and warnings said, in order."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def observe(page: Page) -> Observed:
    """Collect requests, console errors and warnings, and uncaught exceptions."""
    seen = Observed()

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    return seen
