"""The pictures of README and guide, all made by `python3 run.py pictures` from one run of the demo."""
