"""What properties are tried with: texts of every kind, nasty ones, and digits."""

from hypothesis import settings
from hypothesis import strategies as st

from generator.loading.characters import GARBLED, HIDDEN, PRIVATE

common = settings(derandomize=True, deadline=None)
NASTY = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "{{ 7*7 }} {% raw %}",
    "[x](javascript:1) **b** `c` # h",
    "</script><!--",
    "𠮷野家👨‍👩‍👧é",
    "..\\..\\ ../ %2e%2e",
    "甲 # 乙: 丙",
)


def is_sound(text: str) -> bool:
    """Tell a text that the check lets pass from one that it refuses."""
    refused = (HIDDEN, PRIVATE, GARBLED)
    return bool(text.strip()) and not any(p.search(text) for p in refused)


LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")
)
TEXTS = (
    st.text(LETTERS, min_size=1, max_size=40)
    | st.sampled_from(NASTY)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join)
).filter(is_sound)


def digits(length: int, first: str = "0123456789") -> st.SearchStrategy[str]:
    """Draw some digits, of which the first is one of `first`."""
    rest = st.text("0123456789", min_size=length - 1, max_size=length - 1)
    return st.tuples(st.sampled_from(first), rest).map("".join)


AREAS = st.sampled_from(("000", "010", "028", "0571", "0871", "0931"))
