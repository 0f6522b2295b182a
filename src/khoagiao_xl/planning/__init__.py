"""What a guidance proposes, laid beside what stands in the master: a person's word is never overwritten."""
