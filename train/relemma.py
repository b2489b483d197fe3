"""Puts newly learnt lemma rules into a model file: `python3 train/relemma.py MODEL.bin`. The network stays."""

import json
import os
import struct
import sys

import data
from lemmas import learn

HERE = os.path.dirname(os.path.abspath(__file__))
path = sys.argv[1]
with open(path, "rb") as file:
    whole = file.read()
(length,) = struct.unpack("<I", whole[4:8])
header = json.loads(whole[8 : 8 + length])
treebank = os.path.join(HERE, "../../shared/treebank")
train = [s for name in ("ewt", "gum") for s in data.read(os.path.join(treebank, f"{name}.train.conllu.gz"))]
header["lemmas"] = "\n".join(learn(train))
head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
head += b" " * (-(len(head) + 8) % 16)
with open(path + ".new", "wb") as file:
    file.write(whole[:4] + struct.pack("<I", len(head)) + head + whole[8 + length :])
os.replace(path + ".new", path)
