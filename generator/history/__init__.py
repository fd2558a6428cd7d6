"""What changed between the versions of a list (沿革).

The room is built and still empty: comparison, timelines and the reader of git come
here, above the resolved lists and below the pages that will show them.
"""
