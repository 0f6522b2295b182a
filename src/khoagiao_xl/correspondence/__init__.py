"""Which letters an office owes: forms, returned copies, receipts, the report, the notice, reminders."""
