"""Lemma rules learnt from the treebank: for a tag, the longest known ending says what to cut and what to add."""

from collections import Counter, defaultdict

LONGEST = 7


def script(form, lemma):
    """Letters to cut from the end of the lower-cased form, and what to put there; None where there is no lemma."""
    low = form.lower()
    want = lemma.lower()
    same = 0
    while same < min(len(low), len(want)) and low[same] == want[same]:
        same += 1
    if want == "_":
        return None
    return f"{len(low) - same}{want[same:]}"


def learn(sentences):
    """Rows `tag ending script`; an ending that begins with "^" is a whole word. Only rows that change the outcome."""
    counts = defaultdict(Counter)
    for s in sentences:
        for t in s.tokens:
            edit = script(t.form, t.lemma)
            if edit is not None and t.xpos not in ("GW", "ADD", "FW", "SYM", "NFP", "LS", "XX", "AFX", "CD"):
                counts[(t.xpos, t.form.lower())][edit] += 1
    suffixes = defaultdict(Counter)
    for (tag, form), edits in counts.items():
        edit = edits.most_common(1)[0][0]
        if len(form) > 2 and edit.startswith(str(len(form))):
            continue  # an irregular word is no example for others
        for n in range(min(LONGEST, len(form) - 1) + 1):
            suffixes[(tag, form[len(form) - n :] if n else "")][edit] += 1
    rules = {}
    for (tag, ending), edits in sorted(suffixes.items(), key=lambda s: (len(s[0][1]), s[0])):
        edit, support = sorted(edits.items(), key=lambda e: (-e[1], e[0]))[0]
        shorter = next((rules[(tag, ending[k:])] for k in range(1, len(ending) + 1) if (tag, ending[k:]) in rules), "0")
        if edit != shorter and (support >= 2 or ending == ""):
            rules[(tag, ending)] = edit
    for (tag, form), edits in sorted(counts.items()):
        edit = sorted(edits.items(), key=lambda e: (-e[1], e[0]))[0][0]
        said = next(
            (rules[(tag, form[k:])] for k in range(max(1, len(form) - LONGEST), len(form) + 1) if (tag, form[k:]) in rules),
            "0",
        )
        if edit != said:
            rules[(tag, "^" + form)] = edit
    return sorted(f"{tag}\t{ending}\t{edit}" for (tag, ending), edit in rules.items())
