"""What the generator produces: one value per file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site: its path below the site's root, with `/`, and its bytes."""

    path: str
    content: bytes
