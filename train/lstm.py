"""A bidirectional LSTM layer with its gradient by hand: about twice as fast on a processor as torch's own.

Both directions go step by step together, and the weights' gradient is one product at the end instead of one a step.
Sentences are padded at their ends, and turned round within their own length for the backward direction, so that
padding never reaches a word.
"""

import torch
from torch.nn.functional import linear


class Recurrence(torch.autograd.Function):
    """given [steps, 2, batch, 4 hidden], weights [2, hidden, 4 hidden] -> states [steps, 2, batch, hidden]"""

    @staticmethod
    def forward(ctx, given, weights):
        steps, ways, batch, four = given.shape
        n = four // 4
        gates = torch.empty_like(given)
        states = given.new_zeros(steps + 1, ways, batch, n)
        cells = given.new_zeros(steps + 1, ways, batch, n)
        bent = given.new_empty(steps, ways, batch, n)
        for t in range(steps):
            g = gates[t]
            torch.baddbmm(given[t], states[t], weights, out=g)
            g[..., : 2 * n].sigmoid_()
            g[..., 2 * n : 3 * n].tanh_()
            g[..., 3 * n :].sigmoid_()
            torch.mul(g[..., n : 2 * n], cells[t], out=cells[t + 1])
            cells[t + 1].addcmul_(g[..., :n], g[..., 2 * n : 3 * n])
            torch.tanh(cells[t + 1], out=bent[t])
            torch.mul(g[..., 3 * n :], bent[t], out=states[t + 1])
        ctx.save_for_backward(gates, states, cells, bent, weights)
        return states[1:]

    @staticmethod
    def backward(ctx, grad):
        gates, states, cells, bent, weights = ctx.saved_tensors
        steps, ways, batch, four = gates.shape
        n = four // 4
        i, f, g, o = gates.split(n, -1)
        to_output = bent * o * (1 - o)
        to_cell = o * (1 - bent * bent)
        to_rest = torch.stack([g * i * (1 - i), cells[:-1] * f * (1 - f), i * (1 - g * g)], 3)
        turned = weights.transpose(1, 2).contiguous()
        out = torch.empty_like(gates)
        dh = torch.zeros_like(states[0])
        dc = torch.zeros_like(dh)
        for t in range(steps - 1, -1, -1):
            dh = dh + grad[t]
            torch.mul(dh, to_output[t], out=out[t][..., 3 * n :])
            dc.addcmul_(dh, to_cell[t])
            torch.mul(dc.unsqueeze(2), to_rest[t], out=out[t][..., : 3 * n].unflatten(-1, (3, n)))
            dc.mul_(f[t])
            dh = torch.bmm(out[t], turned)
        before = states[:-1].transpose(0, 1).reshape(ways, steps * batch, n)
        after = out.transpose(0, 1).reshape(ways, steps * batch, four)
        return out, torch.bmm(before.transpose(1, 2), after)


def turned_round(lengths, width):
    """For each sentence the places of its words from last to first; padding stays where it is."""
    places = torch.arange(width).expand(len(lengths), width)
    back = lengths[:, None] - 1 - places
    return torch.where(back >= 0, back, places)


def run(layer, x, lengths):
    """What `layer`, an nn.LSTM, gives for padded sentences [batch, words, width]."""
    back = turned_round(lengths, x.size(1))
    rows = torch.arange(x.size(0))[:, None]
    forward = linear(x, layer.weight_ih_l0, layer.bias_ih_l0 + layer.bias_hh_l0)
    backward = linear(x, layer.weight_ih_l0_reverse, layer.bias_ih_l0_reverse + layer.bias_hh_l0_reverse)[rows, back]
    given = torch.stack([forward, backward]).permute(2, 0, 1, 3).contiguous()
    weights = torch.stack([layer.weight_hh_l0.t(), layer.weight_hh_l0_reverse.t()])
    states = Recurrence.apply(given, weights).permute(1, 2, 0, 3)
    return torch.cat([states[0], states[1][rows, back]], -1)
