"""The day on which so many years have passed since a document was issued."""

from datetime import date


def anniversary_of(issued: date, years: int) -> date:
    """Return the day `years` after `issued`; 29 February falls on the 28th in a common year."""
    year = issued.year + years
    try:
        return issued.replace(year=year)
    except ValueError:
        return issued.replace(year=year, day=28)
