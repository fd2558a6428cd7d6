"""Texts for editors: drafts of new files, JSON Schemas, lists shown in the terminal.

Never writes: it hands out texts with the path where they belong.
"""
