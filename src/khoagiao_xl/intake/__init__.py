"""Forms that come back: opened safely, read by code, put into the office's own words, returned with marks.

The four stations of one file: `Submission` (what came, from the inbox or from earlier runs), `ReadFile` (with
its `FileReading`: what stands in it, kept beside the original), `Judgement` (the verdict on one reading), and
`Receipt` (the judged file among the versions of its unit, which becomes rows of the master's tables).
"""
