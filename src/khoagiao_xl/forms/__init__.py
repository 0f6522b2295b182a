"""The form a unit fills in: its layout, drawing one template, stamping one copy per unit."""
