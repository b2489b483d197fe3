"""Three BiLSTM layers (the third adds to the second) over word, n-gram, shape and (optional, fixed) vector embeddings; heads for tags and trees."""

import torch
from torch import nn

from lstm import run

# Treebanks differ a little in what they annotate, and genres in what they say: each adds a vector to every word.
# The exported model has those of NEWS built in.
DOMAINS = ["ewt", "gum"] + (
    "weblog newsgroup email reviews answers academic bio court interview news speech textbook voyage"
).split()
NEWS = (DOMAINS.index("gum"), DOMAINS.index("news"))

WORD, GRAM, SHAPE = 64, 64, 16
ARC, LABEL = 128, 96
LEAK = 0.1


class Shared(nn.Module):
    """Dropout with one mask for a whole sentence."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        return x * x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - self.p).div_(1 - self.p)


class Network(nn.Module):
    def __init__(self, sizes, vectors, buckets, hidden, dropout, layers=3):
        super().__init__()
        self.hidden = hidden
        self.words = nn.Embedding(sizes["words"], WORD, padding_idx=0)
        self.grams = nn.EmbeddingBag(buckets, GRAM, mode="mean")
        self.shapes = nn.Embedding(sizes["shapes"], SHAPE)
        nn.init.normal_(self.grams.weight, std=0.3)
        nn.init.normal_(self.words.weight, std=0.3)
        with torch.no_grad():
            self.words.weight[0] = 0
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True, padding_idx=0) if vectors is not None else None
        width = WORD + GRAM + SHAPE + (vectors.size(1) if vectors is not None else 0)
        self.domains = nn.Embedding(len(DOMAINS) + 1, width, padding_idx=len(DOMAINS))
        nn.init.zeros_(self.domains.weight)
        self.layer1 = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        self.layer2 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.layer3 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True) if layers == 3 else None
        for layer in filter(None, (self.layer1, self.layer2, self.layer3)):
            for name, p in layer.named_parameters():
                if "weight_hh" in name:
                    for gate in p.chunk(4):
                        nn.init.orthogonal_(gate)
                elif "bias" in name:
                    nn.init.zeros_(p)
                    if "bias_ih" in name:
                        p.data[hidden : 2 * hidden] = 1
                        if layer is self.layer3:
                            p.data[3 * hidden :] = -2  # says little at first, so that two trained layers can go on
        self.drop_in, self.drop_mid, self.drop_out = Shared(dropout * 0.75), Shared(dropout), Shared(dropout)
        self.drop_arc, self.drop_label = Shared(dropout), Shared(dropout)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.1)
        self.arc_dep = nn.Linear(2 * hidden, ARC)
        self.arc_head = nn.Linear(2 * hidden, ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.label_dep = nn.Linear(2 * hidden, LABEL)
        self.label_head = nn.Linear(2 * hidden, LABEL)
        self.label = nn.Linear(2 * LABEL, sizes["deprel"])
        self.xpos = nn.Linear(2 * hidden, sizes["xpos"])
        self.upos = nn.Linear(2 * hidden, sizes["upos"])
        self.feats = nn.Linear(2 * hidden, sizes["feats"])
        self.entity = nn.Linear(2 * hidden, 4)
        self.act = nn.LeakyReLU(LEAK)

    def embed(self, batch):
        parts = [self.words(batch["word"])]
        if self.vectors is not None:
            parts.append(self.vectors(batch["vector"]))
        parts.append(self.grams(batch["grams"], batch["offsets"])[batch["form"]])
        parts.append(self.shapes(batch["shape"]))
        return torch.cat(parts, -1) + self.domains(batch["domains"]).sum(1, keepdim=True)

    def forward(self, batch):
        lengths = batch["lengths"]
        h1 = self.drop_mid(run(self.layer1, self.drop_in(self.embed(batch)), lengths))
        h2 = run(self.layer2, h1, lengths)
        if self.layer3 is not None:
            h2 = h2 + run(self.layer3, self.drop_mid(h2), lengths)
        h2 = self.drop_out(h2)
        with_root = torch.cat([self.root.expand(h2.size(0), 1, -1), h2], 1)
        dep = self.drop_arc(self.act(self.arc_dep(h2)))
        head = self.drop_arc(self.act(self.arc_head(with_root)))
        arcs = self.arc(dep) @ head.transpose(1, 2)  # [batch, dependent, head with the root at 0]
        return {
            "arcs": arcs,
            "label_dep": self.drop_label(self.label_dep(h2)),
            "label_head": self.drop_label(self.label_head(with_root)),
            "xpos": self.xpos(h1),
            "upos": self.upos(h1),
            "feats": self.feats(h2),
            "entity": self.entity(h2),
        }

    def labels(self, out, heads):
        """Label scores of each token given its head (0 is the root)."""
        dep = out["label_dep"]
        head = out["label_head"].gather(1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        return self.label(torch.cat([self.act(dep + head), dep * head], -1))
