"""Writes the int8 model file: a JSON header with its length in front, then the tensors one after the other."""

import json
import os
import struct

import numpy as np

from network import NEWS


def quantised(matrix):
    """Int8 rows and a float32 scale for each; row = int8 * scale."""
    m = matrix.detach().numpy().astype(np.float32)
    scale = np.maximum(np.abs(m).max(1), 1e-8).astype(np.float32) / np.float32(127)
    return np.clip(np.rint(m / scale[:, None]), -127, 127).astype(np.int8), scale


def export(path, network, vocabulary, lemmas):
    state = {k: v.detach().float().cpu() for k, v in network.state_dict().items()}
    matrices = {name: state[f"{name}.weight"] for name in ("words", "grams", "shapes")}
    vectors = {"weight": []}
    for name in ("arc_dep", "arc_head", "arc", "label_dep", "label_head", "label", "xpos", "upos", "feats", "entity"):
        matrices[name] = state[f"{name}.weight"]
        vectors[f"{name}.bias"] = state[f"{name}.bias"]
    if "vectors.weight" in state:
        matrices["vectors"] = state["vectors.weight"]
    news = state["domains.weight"][list(NEWS)].sum(0)
    for layer in ("layer1", "layer2") + (("layer3",) if network.layer3 is not None else ()):
        for way, suffix in (("forward", ""), ("backward", "_reverse")):
            matrices[f"{layer}.{way}.input"] = state[f"{layer}.weight_ih_l0{suffix}"]
            matrices[f"{layer}.{way}.state"] = state[f"{layer}.weight_hh_l0{suffix}"]
            vectors[f"{layer}.{way}.bias"] = state[f"{layer}.bias_ih_l0{suffix}"] + state[f"{layer}.bias_hh_l0{suffix}"]
            if layer == "layer1":
                vectors[f"{layer}.{way}.bias"] += state[f"{layer}.weight_ih_l0{suffix}"] @ news
    vectors["root"] = state["root"]
    del vectors["weight"]
    parts, table, offset = [], [], 0

    def add(name, kind, array):
        nonlocal offset
        pad = -offset % 16
        parts.append(b"\0" * pad + array.tobytes())
        offset += pad
        table.append({"name": name, "kind": kind, "shape": list(array.shape), "offset": offset})
        offset += array.nbytes

    for name, matrix in matrices.items():
        rows, scale = quantised(matrix)
        add(name, "int8", rows)
        add(f"{name}.scale", "float32", scale)
    for name, vector in vectors.items():
        add(name, "float32", vector.numpy().astype(np.float32))
    header = {
        "format": 1,
        "hidden": network.hidden,
        "words": "\n".join(vocabulary.words),
        "vectors": "\n".join(vocabulary.vectors),
        "shapes": vocabulary.shapes,
        "xpos": vocabulary.xpos,
        "upos": vocabulary.upos,
        "feats": vocabulary.feats,
        "deprels": vocabulary.deprels,
        "lemmas": "\n".join(lemmas),
        "tensors": table,
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head += b" " * (-(len(head) + 8) % 16)
    with open(path + ".new", "wb") as file:
        file.write(b"CHSY" + struct.pack("<I", len(head)) + head + b"".join(parts))
    os.replace(path + ".new", path)
