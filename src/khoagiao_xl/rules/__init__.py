"""Rules: expressions over the figures of one form, kept in tblQuyTac where the office edits them."""
