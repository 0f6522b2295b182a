"""The blocks as a tree of headings with the work below them."""
