"""What makes Excel or Word say that it found a problem with the content, looked for in every file we make."""
