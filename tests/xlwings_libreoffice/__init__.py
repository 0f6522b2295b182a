"""Tests of the ways to a workbook."""
