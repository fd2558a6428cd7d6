"""Days as officials write them, whatever the language of the site."""

from datetime import date


def day_in_words(day: date) -> str:
    """Write a date as notices do: 2026年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"
