"""One master workbook for a year of khoa giáo work, as buttons and as terminal verbs."""

__version__ = "0.1.0"
