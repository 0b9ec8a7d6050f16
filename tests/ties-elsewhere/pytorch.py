"""Trains layers of equal neurons in PyTorch and says when, if ever, two of them differ, and by how much at the end.

Reads from standard input, as JSON: {"x": [[..]], "y": [[..]], "widths": [..], "steps": n, "start": {"w": [..], "b": .., "v": .., "c": ..}, "rate": a};
writes a list of {"width", "type", "parted": step or null, "distance"}.
"""
import json
import sys

import torch

torch.set_num_threads(1)


def train(task, width, dtype):
    x = torch.tensor(task["x"], dtype=dtype)
    y = torch.tensor(task["y"], dtype=dtype)
    start = task["start"]
    hidden = torch.nn.Linear(x.shape[1], width).to(dtype)
    output = torch.nn.Linear(width, 1).to(dtype)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor([start["w"]] * width))
        hidden.bias.fill_(start["b"])
        output.weight.fill_(start["v"])
        output.bias.fill_(start["c"])
    optimizer = torch.optim.SGD([*hidden.parameters(), *output.parameters()], lr=task["rate"])
    loss = torch.nn.BCEWithLogitsLoss()

    def differences():
        # One row a neuron: incoming weights, bias, outgoing weight; each row less the first.
        rows = torch.cat([hidden.weight, hidden.bias[:, None], output.weight.T], dim=1).detach()
        return rows - rows[0]

    parted = None
    for step in range(1, task["steps"] + 1):
        optimizer.zero_grad()
        loss(output(torch.tanh(hidden(x))), y).backward()
        optimizer.step()
        if parted is None and differences().abs().max() > 0:
            parted = step
    rows = differences().double()
    largest = max((rows[i] - rows[j]).norm().item() for i in range(width) for j in range(i)) if width > 1 else 0
    return {"width": width, "type": str(dtype).removeprefix("torch."), "parted": parted, "distance": largest}


task = json.load(sys.stdin)
json.dump([train(task, width, dtype) for width in task["widths"] for dtype in (torch.float32, torch.float64)], sys.stdout)
