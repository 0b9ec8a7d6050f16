"""
Many seeds at once as somebody who knows NumPy well would write it, for ./build.sh bench --sweep: every array in place, parameters and activations of all
runs of a chunk in one array each, chunks as large as the cache likes. Two layouts: the runs as the last axis, with sums over a network's few
units as loops; and as the first, with matmul. Each is timed at several chunk sizes on a small part of the work; the fastest does all of it.

    python3 sweep.py < plan.json      prints processor nanoseconds a step of one run, the layout and the chunk
"""
import json
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402


def sigmoid(z):
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1.0
    np.reciprocal(z, out=z)


def chain(d, a, spare, is_tanh):
    """d times the slope of the activation; a is lost."""
    if is_tanh:
        np.multiply(a, a, out=a)
        np.subtract(1.0, a, out=a)
    else:
        np.subtract(1.0, a, out=spare)
        a *= spare
    d *= a


def runs_last(sizes, x, y, is_tanh, runs, steps, rate, random):
    """Arrays [unit][example][run]."""
    count = len(x)
    pairs = list(zip(sizes, sizes[1:]))
    w = [random.uniform(-1, 1, (units, inputs, 1, runs)) * np.sqrt(6 / (units + inputs)) for inputs, units in pairs]
    b = [np.zeros((units, 1, runs)) for units in sizes[1:]]
    a, spare, d = ([np.empty((units, count, runs)) for units in sizes[1:]] for _ in range(3))
    gradient = [np.empty((units, inputs, runs)) for inputs, units in pairs]
    first, last = np.ascontiguousarray(x.T)[:, :, None], len(w) - 1
    for _ in range(steps):
        before = first
        for k in range(len(w)):
            np.multiply(w[k][:, 0], before[0], out=a[k])
            a[k] += b[k]
            for i in range(1, sizes[k]):
                np.multiply(w[k][:, i], before[i], out=spare[k])
                a[k] += spare[k]
            if is_tanh and k < last:
                np.tanh(a[k], out=a[k])
            else:
                sigmoid(a[k])
            before = a[k]
        np.subtract(a[last], y[None, :, None], out=d[last])
        d[last] *= 1 / count
        for k in range(last, -1, -1):
            before = a[k - 1] if k else first
            for i in range(sizes[k]):
                np.multiply(d[k], before[i], out=spare[k])
                np.sum(spare[k], axis=1, out=gradient[k][:, i])
            bias = d[k].sum(axis=1, keepdims=True)
            if k:
                np.multiply(w[k][0], d[k][0], out=d[k - 1])
                for j in range(1, sizes[k + 1]):
                    np.multiply(w[k][j], d[k][j], out=spare[k - 1])
                    d[k - 1] += spare[k - 1]
                chain(d[k - 1], a[k - 1], spare[k - 1], is_tanh)
            gradient[k] *= rate
            w[k] -= gradient[k][:, :, None]
            bias *= rate
            b[k] -= bias


def runs_first(sizes, x, y, is_tanh, runs, steps, rate, random):
    """Arrays [run][unit][example]."""
    count = len(x)
    pairs = list(zip(sizes, sizes[1:]))
    w = [random.uniform(-1, 1, (runs, units, inputs)) * np.sqrt(6 / (units + inputs)) for inputs, units in pairs]
    b = [np.zeros((runs, units, 1)) for units in sizes[1:]]
    a, spare, d = ([np.empty((runs, units, count)) for units in sizes[1:]] for _ in range(3))
    gradient = [np.empty((runs, units, inputs)) for inputs, units in pairs]
    first, last = np.ascontiguousarray(np.broadcast_to(x.T, (runs,) + x.T.shape)), len(w) - 1
    for _ in range(steps):
        before = first
        for k in range(len(w)):
            np.matmul(w[k], before, out=a[k])
            a[k] += b[k]
            if is_tanh and k < last:
                np.tanh(a[k], out=a[k])
            else:
                sigmoid(a[k])
            before = a[k]
        np.subtract(a[last], y, out=d[last])
        d[last] *= 1 / count
        for k in range(last, -1, -1):
            np.matmul(d[k], (a[k - 1] if k else first).transpose(0, 2, 1), out=gradient[k])
            bias = d[k].sum(axis=2, keepdims=True)
            if k:
                np.matmul(w[k].transpose(0, 2, 1), d[k], out=d[k - 1])
                chain(d[k - 1], a[k - 1], spare[k - 1], is_tanh)
            gradient[k] *= rate
            w[k] -= gradient[k]
            bias *= rate
            b[k] -= bias


def timed(layout, plan, x, y, runs, chunk, steps):
    random = np.random.default_rng(1)
    before = time.process_time()
    for begin in range(0, runs, chunk):
        layout(plan["sizes"], x, y, plan["tanh"], min(chunk, runs - begin), steps, plan["rate"], random)
    return (time.process_time() - before) * 1e9 / runs / steps


def main():
    plan = json.load(sys.stdin)
    x, y = np.array(plan["x"], float), np.array(plan["y"], float)
    runs, steps = plan["runs"], plan["steps"]
    few = max(2, steps // 50)
    tries = [
        (timed(layout, plan, x, y, min(runs, 2 * chunk), chunk, few), at, chunk)
        for at, layout in enumerate((runs_last, runs_first))
        for chunk in (1, 4, 16, 64, 250, 1000, 2500)
        if chunk <= runs
    ]
    _, at, chunk = min(tries)
    layout = (runs_last, runs_first)[at]
    print(timed(layout, plan, x, y, runs, chunk, steps), layout.__name__, chunk)


main()
