"""The doors: terminal, buttons, window, shortcut; each asks for an action and shows what came of it."""
