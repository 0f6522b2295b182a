"""What a click starts before it finds its workbook: the door, xlwings made safe, the step of the action."""

from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.office_program import xlwings_loading
from khoagiao_xl.doors import buttons

xlwings_loading.make_safe()
ACTIONS["tong_hop"].load()
assert callable(buttons.press)
