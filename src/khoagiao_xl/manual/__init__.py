"""The user guide: the parts of it that code knows best, and the whole as a Word document."""
