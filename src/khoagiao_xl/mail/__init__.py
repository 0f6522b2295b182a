"""Mail that a person checks and sends: drafts as .eml files, never sent from here."""
