"""Making the bundle that is carried to an office: on any machine that has a checkout and a network."""
