"""What single words and phrases say: verbs, bodies, fields, products, days."""
