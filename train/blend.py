"""Means of checkpoints of one line of training, scored on dev: `blend.py VECTORS OUT.bin A.pt B.pt...`. Exports the best.

Each checkpoint alone, each pair's mean and the mean of all are tried.
"""

import itertools
import os
import sys

import torch

import data
import vectors
from export import export
from forms import NGRAM_BUCKETS
from lemmas import learn
from network import Network
from train import HERE, evaluate
from vocabulary import Vocabulary


def mean(states):
    return {k: sum(s[k] for s in states) / len(states) for k in states[0]}


def main():
    path, out, *names = sys.argv[1:]
    torch.set_num_threads(1)
    load = lambda name: data.read(os.path.join(HERE, "../../shared/treebank", f"{name}.conllu.gz"))
    train = load("ewt.train") + load("gum.train")
    dev = {"ewt": load("ewt.dev"), "gum": load("gum.dev")}
    keys, rows = vectors.load(path, set(Vocabulary(train, []).frequency), 36000)
    vocabulary = Vocabulary(train, keys)
    network = Network(vocabulary.sizes(), torch.from_numpy(rows), NGRAM_BUCKETS, 128, 0.0)
    states = [torch.load(name) for name in names]
    groups = [[i] for i in range(len(states))] + [list(c) for c in itertools.combinations(range(len(states)), 2)]
    if len(states) > 2:
        groups.append(list(range(len(states))))
    best = 0.0
    for group in groups:
        network.load_state_dict(mean([states[i] for i in group]))
        scores = {name: evaluate(network, half, vocabulary) for name, half in dev.items()}
        score = 2 * scores["gum"]["bare"] + scores["ewt"]["bare"]
        print([names[i] for i in group], {k: round(s["bare"], 2) for k, s in scores.items()}, flush=True)
        if score > best:
            best = score
            export(out, network, vocabulary, learn(train))


if __name__ == "__main__":
    main()
