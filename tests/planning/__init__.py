"""Proposals beside what people made of them."""
