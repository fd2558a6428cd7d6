"""Frozen values: what a content tree says. No I/O and no third-party parser."""
