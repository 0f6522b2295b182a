"""Word documents: guidance read in, reports written out, layout held to the rules."""
