"""The ways in: terminal, buttons of the workbook, small window, shortcut; each runs an action the same way.

The first act of every door: where Excel's macro has imported xlwings before us, its hook that ends other
Excels at the end of Python is taken off, whatever becomes of the click.
"""

from khoagiao_xl.books.office_program.xlwings_loading import make_safe

make_safe()
