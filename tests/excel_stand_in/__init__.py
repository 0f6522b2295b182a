"""A small Excel in memory, under xlwings' own Windows engine: the layer that no office program here runs.

xlwings' `_xlwindows.py` runs unmodified. Under it stand our own stand-ins for pywin32 and for the few calls into
Windows (`pywin32_modules`), and an Excel that keeps its cells in dictionaries (`excel_program` and what it holds). Each
test runs in a process of its own (`conftest`), for it changes what `sys.modules`, `ctypes` and `os` hold.

What is read from the text of xlwings and pywin32 and from its tracker, and so is as sure as a text: how Excels are
found by their windows, how calls are tried again, what a refused call raises, how values come and go, the hook at exit.

What this Excel only believes, and nobody here has ever seen in Excel:
- a cell being typed or a dialog: reading a property is refused as an unknown name (RPC_E_CALL_REJECTED behind it),
  a call with RPC_E_CALL_REJECTED, writing a property with VBA_E_IGNORE inside a general error; all of one Excel at once;
- an array written over rows that a filter hides fills the rows that are seen and leaves the hidden ones: scrambled.
  Rows hidden by hand take it like others. ShowAllData ends an advanced filter and the one of the sheet;
- AutoFill gives each rule of conditional formats that covers its source a second copy when its destination covers
  cells which the rule covers already, the worst that users tell of; nothing is ever joined again;
- what a text becomes that is written into a cell (number, date, formula, error) is asked in English words only;
- nothing is computed: a formula shows 0, a filled one as well; macros are not run but for KG_ShowAnswer;
- storing writes the tables that were touched, through the product's own closed book, and nothing else.
"""
