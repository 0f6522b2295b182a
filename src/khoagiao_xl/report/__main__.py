"""Draw the committed report templates anew: `python -m khoagiao_xl.report`."""

from khoagiao_xl.report.template import draw_templates, template_folder

draw_templates(template_folder())
