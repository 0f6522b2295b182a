"""A form that came back held against the template it was issued from: what is not ours is the unit's."""
