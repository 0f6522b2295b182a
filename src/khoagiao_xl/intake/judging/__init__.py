"""What a form is worth: entries, findings, verdicts, versions."""
