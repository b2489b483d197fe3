"""Symbols to numbers, learnt from the training half; and sentences as batches of tensors."""

from collections import Counter

import torch

from forms import key, ngrams, normal, shape
from network import DOMAINS, NEWS


class Vocabulary:
    def __init__(self, sentences, vector_keys):
        count = lambda values, least: sorted(w for w, c in Counter(values).items() if c >= least)
        tokens = [t for s in sentences for t in s.tokens]
        self.frequency = Counter(key(normal(t.form)) for t in tokens)
        self.words = ["", *sorted(w for w, c in self.frequency.items() if c >= 2)]
        self.shapes = ["", *count((shape(normal(t.form)) for t in tokens), 3)]
        self.deprels = count((t.deprel for t in tokens), 1)
        self.xpos = count((t.xpos for t in tokens), 1)
        self.upos = count((t.upos for t in tokens), 1)
        self.feats = count((t.feats for t in tokens), 3)
        self.vectors = vector_keys
        number = lambda items: {item: i for i, item in enumerate(items)}
        self.word, self.shape, self.vector = number(self.words), number(self.shapes), number(self.vectors)
        self.deprel, self.tag, self.pos = number(self.deprels), number(self.xpos), number(self.upos)
        self.feat = number(self.feats)
        self.cache = {}

    def sizes(self):
        names = ("words", "shapes", "xpos", "upos", "feats")
        return {name: len(getattr(self, name)) for name in names} | {"deprel": len(self.deprels)}

    def sees(self, form):
        """Word, vector and shape numbers, n-gram buckets and frequency of a form."""
        seen = self.cache.get(form)
        if seen is None:
            folded = normal(form)
            name = key(folded)
            seen = self.cache[form] = (
                self.word.get(name, 0),
                self.vector.get(name, 0),
                self.shape.get(shape(folded), 0),
                ngrams(name),
                self.frequency.get(name, 0),
            )
        return seen


COLUMNS = dict.fromkeys(("word", "vector", "shape", "form"), 0) | dict.fromkeys(
    ("head", "deprel", "xpos", "upos", "feats", "entity"), -1
)


def domains_of(sentence, rng):
    """In training the sentence's own treebank and, mostly, genre; otherwise what the product reads: news."""
    if rng is None:
        return NEWS
    treebank, genre = sentence.domain()
    known = genre in DOMAINS and rng.random() < 0.7
    return DOMAINS.index(treebank), DOMAINS.index(genre) if known else len(DOMAINS)


def batches(sentences, tokens_each, rng):
    """Sentences of like length together, about so many tokens a batch, in random order."""
    order = sorted(sentences, key=lambda s: len(s.tokens) + rng.random() * 3)
    out, batch, longest = [], [], 0
    for s in order:
        longest = max(longest, len(s.tokens))
        if batch and longest * (len(batch) + 1) > tokens_each:
            out.append(batch)
            batch, longest = [], len(s.tokens)
        batch.append(s)
    out.append(batch)
    rng.shuffle(out)
    return out


def tensors(sentences, vocabulary, rng=None, word_drop=0.25, vector_drop=0.05):
    """One batch; with an rng, rare words and some vectors are hidden from the network."""
    sentences = sorted(sentences, key=lambda s: -len(s.tokens))
    longest = len(sentences[0].tokens)
    rows = {k: [] for k in COLUMNS}
    forms, grams, offsets = {"": 0}, [0], [0]
    for s in sentences:
        cells = []
        for t in s.tokens:
            word, vector, shp, buckets, frequency = vocabulary.sees(t.form)
            if rng and rng.random() < word_drop / (word_drop + frequency):
                word = 0
                vector = vector if rng.random() < 0.7 else 0
            if rng and rng.random() < vector_drop:
                vector = 0
            if t.form not in forms:
                forms[t.form] = len(forms)
                offsets.append(len(grams))
                grams.extend(buckets)
            v = vocabulary
            gold = (v.deprel.get(t.deprel, -1), v.tag.get(t.xpos, -1), v.pos.get(t.upos, -1), v.feat.get(t.feats, -1))
            cells.append((word, vector, shp, forms[t.form], t.head, *gold, t.entity))
        for (name, fill), column in zip(COLUMNS.items(), zip(*cells)):
            rows[name].append(list(column) + [fill] * (longest - len(column)))
    b = {k: torch.tensor(v) for k, v in rows.items()}
    b["grams"], b["offsets"] = torch.tensor(grams), torch.tensor(offsets)
    b["domains"] = torch.tensor([domains_of(s, rng) for s in sentences])
    b["lengths"] = torch.tensor([len(s.tokens) for s in sentences])
    b["sentences"] = sentences
    return b
