"""Files of strangers: nothing here trusts what it reads."""
