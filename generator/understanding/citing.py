"""The legal basis of a cell (依据) as records, where that loses nothing."""

import re

_CITED = re.compile(
    r"(?P<document>《[^《》]+(?:《[^《》]+》[^《》]*)*》(?:[（(][^（）()]*[)）])?)"
    r"(?P<article>第[^《》。；;，：:\s]{1,60})?[。；;]?"
)


def basis_records(text: str) -> list[dict[str, str]] | None:
    """Read one citation a line; None where a line is more, or less, than a citation.

    What is written back is what stood there: 《某条例》第三条 one below the other.
    """
    records: list[dict[str, str]] = []
    for line in text.split("\n"):
        match = _CITED.fullmatch(line.strip())
        if match is None or line.strip()[-1] in "。；;":
            return None
        record = {"document": match["document"]}
        if match["article"]:
            record["article"] = match["article"]
        records.append(record)
    return records if any("article" in record for record in records) else None
