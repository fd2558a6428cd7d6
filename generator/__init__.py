"""Qingdan (清单): publish the duty lists of street offices as a static site."""

__version__ = "0.1.0"
