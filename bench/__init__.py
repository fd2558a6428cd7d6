"""The benchmark: invented corpora, and our build beside other ways to build them.

Nothing here is part of the generator, and the generator never imports it. The other
ways are measured as they are best used, never slowed down.
"""
