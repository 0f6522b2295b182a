"""Mail that a person checks: drafts as .eml files, sent the way the office chose, by a person alone."""
