"""What a document proposed before, under the keys of its new version: a task worded anew is the same task."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.planning.proposals import EarlierProposals, MergeRules, Proposal


def keyed_anew(
    proposals: Sequence[Proposal], earlier: EarlierProposals, rules: MergeRules
) -> EarlierProposals:
    """Return what was proposed earlier, keyed as the new version keys it."""
    known = dict(earlier)
    if rules.pair is None:
        return known
    strangers = [proposal for proposal in proposals if proposal.key not in known]
    left = dict(earlier)
    for proposal in proposals:
        left.pop(proposal.key, None)
    versions = (proposals, earlier)
    pairs = rules.pair(strangers, left, versions)
    for new, old in pairs.items():
        known[new] = known.pop(old)
    return known
