"""What the refusals of both mail servers share: which sentence an error has, why a server is not trusted."""

from __future__ import annotations

import ssl
from typing import Final

from khoagiao_xl.wording.sent_letters import CERTIFICATE_FAULTS, UNTRUSTED

LONGEST_ANSWER: Final = 160
Told = tuple[tuple[type[Exception], str], ...]


def code_of(error: Exception, told: Told) -> str:
    """Return the sentence of the first class in `told` that fits an error; its last one fits all."""
    return next(code for kind, code in told if isinstance(error, kind))


def why_untrusted(error: Exception) -> str:
    """Return what is wrong with the certificate of a server, blank where that is not the error."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return ""
    return CERTIFICATE_FAULTS.get(error.verify_code, UNTRUSTED)
