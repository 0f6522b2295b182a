"""Text as XML writes it; xml.sax.saxutils would load urllib, http and ssl, 12 ms of every start."""

from __future__ import annotations

import html
from functools import partial

escape = partial(html.escape, quote=False)
unescape = html.unescape
