"""The directives that a guidance names."""
