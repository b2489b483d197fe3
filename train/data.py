"""CoNLL-U in, sentences out; entity types on heads; the small distortions that training adds."""

import gzip
import random
import re
from dataclasses import dataclass, replace

FEATURES = ("Tense", "Mood", "Number", "Voice", "VerbForm")
ENTITIES = ("none", "person", "place", "organization")


@dataclass(frozen=True)
class Token:
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int  # 1-based, 0 is the root, as in the file
    deprel: str
    entity: int  # index in ENTITIES, -1 where the treebank says nothing


@dataclass(frozen=True)
class Sentence:
    id: str
    tokens: tuple

    def domain(self):
        """Treebank and genre, as the sentence's name tells them."""
        if self.id.startswith("GUM_"):
            return "gum", self.id.split("_")[1]
        return "ewt", self.id.split("-")[0]


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        sentences, rows, name = [], [], ""
        annotated = "gum" in path
        open_spans = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                open_spans = []
            elif line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                continue
            elif line:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
            elif rows:
                sentences.append(Sentence(name, tuple(tokens_of(rows, annotated, open_spans))))
                rows = []
        return sentences


def joint_features(text):
    cells = dict(part.split("=", 1) for part in text.split("|") if "=" in part)
    return "|".join(f"{k}={cells[k]}" for k in FEATURES if k in cells)


def tokens_of(rows, annotated, open_spans):
    entities = entity_heads(rows, open_spans) if annotated else [-1] * len(rows)
    return [
        Token(c[1], c[2], c[3], c[4], joint_features(c[5]), int(c[6]), c[7], entities[i]) for i, c in enumerate(rows)
    ]


def entity_heads(rows, open_spans):
    """The type of the widest person, place or organisation that each token heads."""
    spans, stack = [], [(name, kind, 0) for name, kind in open_spans]
    for i, cells in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        if not found:
            continue
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)):
            name = re.match(r"\(?(\d+(?:\[\d+/\d+\])?)", mark)
            name = name.group(1) if name else mark.strip("()")
            if mark.startswith("("):
                kind = mark.strip("()").split("-")[1]
                if mark.endswith(")"):
                    spans.append((i, i, kind))
                else:
                    stack.append((name, kind, i))
            else:
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == name:
                        spans.append((stack[k][2], i, stack[k][1]))
                        del stack[k]
                        break
    open_spans[:] = []  # a span left open at the end of its sentence is dropped
    heads = [0] * len(rows)
    for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        for i in range(start, end + 1):
            head = int(rows[i][6]) - 1
            if head < start or head > end:
                heads[i] = ENTITIES.index(kind) if kind in ENTITIES else 0
                break
    return heads


def distorted(sentence, rng: random.Random):
    """Sometimes a copy as headlines, hasty typists and broken pages would have it."""
    tokens = list(sentence.tokens)
    draw = rng.random()
    if draw < 0.02:
        tokens = [replace(t, form=t.form.lower()) for t in tokens]
    elif draw < 0.035:
        tokens = [replace(t, form=t.form.upper()) for t in tokens]
    elif draw < 0.055:
        tokens = [replace(t, form=t.form[:1].upper() + t.form[1:]) for t in tokens]
    if len(tokens) > 3 and tokens[-1].form == "." and rng.random() < 0.05:
        tokens = without(tokens, len(tokens) - 1)
    quotes = [i for i, t in enumerate(tokens) if t.xpos in ("``", "''")]
    if quotes and rng.random() < 0.15:
        tokens = without(tokens, rng.choice(quotes))
    return Sentence(sentence.id, tuple(tokens))


def without(tokens, gone):
    """The tokens less one; unchanged if something hangs on it or nothing would be left."""
    if len(tokens) < 2 or any(t.head == gone + 1 for t in tokens) or tokens[gone].head == 0:
        return tokens
    kept = tokens[:gone] + tokens[gone + 1 :]
    return [replace(t, head=t.head - 1) if t.head > gone + 1 else t for t in kept]
