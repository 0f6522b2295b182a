"""Where who leads a task was found: `PlannedTask.lead_from`, which is asked again by later steps.

Where a label names the lead, the label itself stands there.
"""

from __future__ import annotations

from typing import Final

IN_THE_WORDS: Final = "câu"
IN_A_COLUMN: Final = "cột"
BEFORE_THE_COLON: Final = "nhãn đầu đoạn"
ABOVE: Final = "đề mục"
OF_THE_TASK_BEFORE: Final = "câu trên"
