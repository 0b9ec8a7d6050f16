"""The engine, written from SPEC.md alone; the numbers in comments are its sections.

Reads lines of JSON, {"experiment": normal form, "steps": n}, and writes a line for each: {"data", "start", "end", "loss"}. `data` is the
hash of the examples, `start` and `end` are fingerprints, `loss` the bits of the data loss at the end; all in hexadecimal."""

import json, struct, sys
from functools import reduce
from math import copysign, frexp, ldexp, sqrt
from operator import add, mul

WORD, BLOCK, LARGEST = (1 << 64) - 1, 72, 1e12  # 2, 6, 3

# ---- 1. Elementary functions ----
hexadecimal = float.fromhex
ROUNDER, LOG2_E = hexadecimal("0x1.8p52"), hexadecimal("0x1.71547652b82fep+0")
LN2_HIGH, LN2_LOW = hexadecimal("0x1.62e42fefa0000p-1"), hexadecimal("0x1.cf79abc9e3b3ap-40")
ROOT_HALF = struct.unpack("<d", struct.pack("<Q", 0x3FE6A09E667F3BCD))[0]

def expm(x):
    """e^-x is above / below."""
    n = (x * -LOG2_E + ROUNDER) - ROUNDER
    r = (x + n * LN2_HIGH) + n * LN2_LOW
    u = r * r
    p = r * (1.625 + u * (0.045133996506220002 + u * 0.00010739206647229319))
    q = 3.25 + u * (0.36110132634576677 + u * 0.0032232279955296873)
    return ldexp(q - p, int(n)), q + p

def sigmoid(x):
    above, below = expm(x) if abs(x) <= 708 else (0.0, 1.0)
    return below / (below + above) if x >= -708 else exp(x)

def rest(u):
    low = -0.33333333333333282 + u * 0.13333333333212813
    middle = -0.053968253499598488 + u * 0.021869421825241465
    high = -0.0088589361767282618 + u * 0.0034639177836132927
    return low + (u * u) * (middle + (u * u) * high)

def tanh(x):
    s, shifted = min(abs(x), 20.0), ROUNDER + 1022
    n = (s * (2 * LOG2_E) + shifted) - shifted
    h = (s - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2)
    u = h * h
    w = h + (h * u) * rest(u)
    half = ldexp(1.0, int(n) - 1)
    denominator = (half + 0.5) + (half - 0.5) * w
    numerator = denominator - (1 - w) if half > 2 else (half - 0.5) + (half + 0.5) * w
    return copysign(numerator / denominator, x)

def tail(x):
    """ln(1 + e^-|x|)"""
    above, below = expm(min(abs(x), 708.0))
    t = above / ((below + below) + above)
    u = t * t
    u2 = u * u
    u4 = u2 * u2
    c01, c23 = 0.66666666666666666886 + u * 0.39999999999999522505, 0.28571428571600099292 + u * 0.22222222198236770557
    c45, c67 = 0.18181819897962714383 + u * 0.15384543964860549287, 0.13335178631449255837 + u * 0.1173427906130319746
    c89 = 0.10845178394880014822 + u * 0.074921437955507673008
    series = (c01 + u2 * c23) + u4 * ((c45 + u2 * c67) + u4 * (c89 + u2 * 0.15630577800922850446))
    return (t + t) + (t * u) * series

def exp(x):
    if not -745.14 <= x <= 709.79:
        return float("inf") if x > 0 else 0.0
    n = (x * LOG2_E + ROUNDER) - ROUNDER
    high, low = x - n * LN2_HIGH, n * LN2_LOW
    r = high - low
    h = 0.5 * r
    u = h * h
    w = h + (h * u) * rest(u)
    power = 1 + (high + (r * (u * rest(u) + w) / (1 - w) - low))
    return power * 2.0 ** int(n / 2) * 2.0 ** (int(n) - int(n / 2))

def log(x):
    m, k = frexp(x)  # m in [1/2, 1)
    if m < ROOT_HALF:
        m, k = 2 * m, k - 1
    f = m - 1
    s, half = f / (2 + f), 0.5 * f * f
    u = s * s
    u2 = u * u
    series = (0.66666666666666696929 + u * 0.39999999999899310681) + u2 * (
        (0.28571428626063380364 + u * 0.22222211120449298486)
        + u2 * ((0.18182890170313970214 + u * 0.15331686868638428253) + u2 * 0.14616878919029820754)
    )
    return k * LN2_HIGH - ((half - (s * (half + u * series) + k * LN2_LOW)) - f)

def polynomial(u, *numbers):
    """first + u * (second + u * (third + ...))"""
    return reduce(lambda value, number: number + u * value, reversed(numbers))

SINE = (-0.16666666666666666666, 0.0083333333333333314921, -0.00019841269841265064947)
SINE += (2.7557319219339166518e-6, -2.5052106232447577328e-8, 1.6058531618986146836e-10, -7.5866971177069179847e-13)
COSINE = (0.041666666666666666666, -0.0013888888888888887865, 0.000024801587301584646428)
COSINE += (-2.7557319221402824394e-7, 2.0876755791080423807e-9, -1.1470460887609959107e-11, 4.7458719020432915366e-14)
def sine_and_cosine(x):
    turns = (x * hexadecimal("0x1.45f306dc9c883p-1") + ROUNDER) - ROUNDER
    r = (x - turns * hexadecimal("0x1.921fb54400000p+0")) - turns * hexadecimal("0x1.0b4611a626331p-34")
    n, u = int(turns), r * r
    sine = r + r * u * polynomial(u, *SINE)
    cosine = 1 - (0.5 * u - u * u * polynomial(u, *COSINE))
    sin, cos = (cosine, sine) if n & 1 else (sine, cosine)
    return (-sin if n & 2 else sin), (-cos if (n + 1) & 2 else cos)

# ---- 2. Random numbers ----
WEIGHTS, DATA, SHUFFLE, DROPOUT, NOISE = range(5)

def mixed(x):
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & WORD
    return x ^ (x >> 31)

class Generator:
    def __init__(self, purpose, seed):
        self.state = mixed((purpose << 32) + int(seed))
    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & WORD
        return mixed(self.state)
    def uniform(self): return (self.bits() >> 11) * 2.0**-53
    def below(self, n): return ((self.bits() >> 32) * n) >> 32
    def between(self, a, b): return a + (b - a) * self.uniform()
    def sym(self): return 2 * self.uniform() - 1 + 2.0**-53
    def normal(self):
        while True:
            v, u = self.sym(), self.sym()
            square = u * u + v * v
            if square < 1:
                return u * sqrt(-2 * log(square) / square)

# ---- 8. Fingerprint ----
def doubles(numbers): return struct.pack(f"<{len(numbers)}d", *numbers)

def fnv(words):
    value = 0xCBF29CE484222325
    for byte in b"".join(words):
        value = ((value ^ byte) * 0x100000001B3) & WORD
    return f"{value:016x}"

# ---- 4. Data ----
PI, RAW = 3.141592653589793, {"coffee": ((165, 275), (10.5, 16.5)), "demand": ((10, 60), (0, 12), (0, 50), (1, 10))}

def on_circle(radius, angle): return [radius * part for part in reversed(sine_and_cosine(angle))]

def draw(kind, e, random):
    """The example e of a data set by name, before noise: its features, and whether its target is 1."""
    even = e % 2 == 0
    if kind in ("xor", "and", "or"):
        ones = e // 2 % 2 + e % 2
        return [float(e // 2 % 2), float(e % 2)], {"xor": ones == 1, "and": ones == 2, "or": ones >= 1}[kind]
    if kind == "circles":
        radius = 0.5 * sqrt(random.uniform()) if even else random.between(0.75, 1)
        return on_circle(radius, random.between(0, 2 * PI)), even
    if kind == "gaussians":
        return [1.0 if even else -1.0] * 2, even
    if kind == "spiral":
        t = random.uniform()
        return on_circle(0.1 + 0.9 * t, (3.5 * PI) * t + (0 if even else PI)), even
    if kind == "quadrants":
        x = [random.between(-1, 1), random.between(-1, 1)]
        return x, (x[0] > 0) != (x[1] > 0)
    if kind == "moons":
        c, s = on_circle(1, random.between(0, PI))
        return ([c - 0.5, s - 0.25] if even else [0.5 - c, 0.25 - s]), even
    raw = [random.between(low, high) for low, high in RAW[kind]]
    x = [(value - (low + high) / 2) / ((high - low) / sqrt(12)) for value, (low, high) in zip(raw, RAW[kind])]
    if kind == "coffee":
        return x, raw[0] > 180 and raw[1] > 11.5 and raw[1] < 15 - (raw[0] - 180) * (3.5 / 80)
    a, b = sigmoid(-2.5 * (x[0] + 0.6 * x[1]) + 0.5), sigmoid(3 * x[2] + 0.5)
    return x, a + b + sigmoid(1.5 * x[0] + 2.5 * x[3]) > 1.9

def examples_of(data):
    if "set" not in data:
        return data["x"], data["y"]
    random, noise, xs, ys = Generator(DATA, data["seed"]), data["noise"], [], []
    for e in range(int(data["examples"])):
        x, one = draw(data["set"], e, random)
        xs.append([value + noise * random.normal() for value in x] if noise > 0 else x)
        ys.append([1.0 if one else 0.0])
    return xs, ys

# ---- 3. Network and parameters, 5. The start ----
class Layer:
    """`weights` is the place of its first weight, `biases` of its first bias or None."""
    def __init__(self, inputs, units, activation, place, bias):
        self.inputs, self.units, self.weights = inputs, units, place
        self.value, self.chain = ACTIVATIONS[activation]
        self.biases = place + units * inputs if bias else None
        self.end = place + units * inputs + (units if bias else 0)
    def weight_places(self): return range(self.weights, self.weights + self.units * self.inputs)
    def incoming(self, unit): return self.weight_places()[unit * self.inputs : (unit + 1) * self.inputs]
    def bias(self, unit): return [] if self.biases is None else [self.biases + unit]

def layers_of(network):
    sizes = [int(size) for size in (network["inputs"], *network["hidden"], network["outputs"])]
    layers, place = [], 0
    for inputs, units in zip(sizes, sizes[1:]):
        activation = network["activation" if len(layers) < len(sizes) - 2 else "outputActivation"]
        layers.append(Layer(inputs, units, activation, place, network["bias"]))
        place = layers[-1].end
    return layers

def names_of(layers):
    weights = [place for layer in layers for place in layer.weight_places()]
    biases = [place for layer in layers for unit in range(layer.units) for place in layer.bias(unit)]
    return {f"{letter}{at + 1}": place for letter, places in (("w", weights), ("b", biases)) for at, place in enumerate(places)}

SPREADS = {"glorot-uniform": 6, "glorot-normal": 2, "he-uniform": 6, "he-normal": 2, "lecun-uniform": 3, "lecun-normal": 1}
def first_weight(init, layer, random):
    scheme = init["scheme"]
    if scheme in ("zeros", "constant"):
        return init["value"] if scheme == "constant" else 0.0
    if scheme == "uniform-range":
        return init["low"] + (init["high"] - init["low"]) * random.uniform()
    places = layer.inputs + (layer.units if scheme.startswith("glorot") else 0)
    spread = init["scale"] * sqrt(SPREADS[scheme] / places) if scheme in SPREADS else init["scale"]
    return spread * (2 * random.uniform() - 1) if scheme.endswith("uniform") else spread * random.normal()

def moved(value, ulps):
    """So many places on among the doubles in order of size; -0 and 0 are one place."""
    size = struct.unpack("<q", doubles([abs(value)]))[0]
    place = (-size if value < 0 else size) + ulps
    return copysign(struct.unpack("<d", struct.pack("<q", abs(place)))[0], place)

def tied_places(layers, layer, unit, what):
    here, after = layers[layer], layers[layer + 1]
    parts = {"incoming": here.incoming(unit), "bias": here.bias(unit)}
    parts["outgoing"] = [after.incoming(other)[unit] for other in range(after.units)]
    return [place for part in what for place in parts[part]]

def start_of(init, layers, names):
    if init["scheme"] == "explicit":
        biases = init["b"] or [[] for _ in layers]
        p = [value + 0.0 for rows, row in zip(init["w"], biases) for values in (*rows, row) for value in values]
    else:
        p, random = [0.0] * layers[-1].end, Generator(WEIGHTS, init["seed"])
        for layer in layers:
            for place in layer.weight_places():
                p[place] = first_weight(init, layer, random) + 0.0
    for name, value in init["set"].items():
        p[names[name]] = value + 0.0
    for tie in init["tie"]:
        first, *others = [tied_places(layers, int(tie["layer"]) - 1, int(unit) - 1, tie["what"]) for unit in tie["units"]]
        for places in others:
            for source, place in zip(first, places):
                p[place] = p[source] + 0.0
    for nudge in init["nudge"]:
        place = names[nudge["parameter"]]
        p[place] = (moved(p[place], int(nudge["ulps"])) if "ulps" in nudge else p[place] + nudge["by"]) + 0.0
    return p

# ---- 6. Forward, loss, gradient ----
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda d, z, a: d * (a * (1 - a))),
    "tanh": (tanh, lambda d, z, a: d * (1 - a * a)),
    "relu": (lambda z: z if z > 0 else z * 0.0 + 0.0, lambda d, z, a: d if z > 0 else 0.0),
    "leaky-relu": (lambda z: z if z > 0 else 0.01 * z, lambda d, z, a: d if z > 0 else 0.01 * d),
    "softplus": (lambda z: tail(z) + (z if z > 0 else 0.0), lambda d, z, a: d * sigmoid(z)),
    "linear": (lambda z: z, lambda d, z, a: d),
}

def forward(layer, p, read):
    """z and a of each unit, each a list over the examples; `read` likewise, for each input."""
    value, zs = layer.value, []
    for unit in range(layer.units):
        z = [p[layer.biases + unit] if layer.biases is not None else 0.0] * len(read[0])
        for place, column in zip(layer.incoming(unit), read):
            w = p[place]
            z = [s + w * a for s, a in zip(z, column)]
        zs.append(z)
    return zs, [[value(z) for z in row] for row in zs]

def blocks_of(order): return [order[at : at + BLOCK] for at in range(0, len(order), BLOCK)]
def columns_of(rows, block): return list(zip(*[rows[e] for e in block]))
def lanes(numbers): return total(numbers[0::2]) + total(numbers[1::2])
def total(numbers): return reduce(add, numbers, 0.0)  # in order; sum() of newer Pythons adds otherwise

def data_loss(layers, p, xs, ys, loss):
    sums = []
    for block in blocks_of(range(len(xs))):
        a = columns_of(xs, block)
        for layer in layers:
            zs, a = forward(layer, p, a)
        triples = [triple for e, z, value in zip(block, zip(*zs), zip(*a)) for triple in zip(z, value, ys[e])]
        if loss == "cross-entropy":
            sums.append(total(tail(z) + ((z if z > 0 else 0.0) - y * z) for z, _, y in triples))
        else:
            sums.append(total(0.5 * ((value - y) * (value - y)) for _, value, y in triples))
    return total(sums) / len(xs) / (layers[-1].units if loss == "cross-entropy" else 1)

def block_gradient(layers, p, xs, ys, block, cross_entropy, scale, rate, random):
    reads, zs, values, masks, last = [columns_of(xs, block)], [], [], [], len(layers) - 1
    for at, layer in enumerate(layers):
        z, a = forward(layer, p, reads[-1])
        zs, values = [*zs, z], [*values, a]
        if rate > 0 and at < last:  # 7.2
            masks.append([[1 / (1 - rate) if random.uniform() >= rate else 0.0 for _ in block] for _ in a])
            a = [list(map(mul, row, mask)) for row, mask in zip(a, masks[-1])]
        reads.append(a)
    g = [0.0] * len(p)
    d = [[(a - y) * scale for a, y in zip(*pair)] for pair in zip(values[-1], columns_of(ys, block))]
    for at, layer in reversed(list(enumerate(layers))):
        if at < last:
            after, ds, d = layers[at + 1], d, []
            for unit in range(layer.units):
                row = [0.0] * len(block)
                for other, column in enumerate(ds):
                    w = p[after.incoming(other)[unit]]
                    row = [s + w * a for s, a in zip(row, column)]
                d.append(list(map(mul, row, masks[at][unit])) if masks else row)
        if at < last or not cross_entropy:
            d = [list(map(layer.chain, *triple)) for triple in zip(d, zs[at], values[at])]
        for unit, row in enumerate(d):
            for place, column in zip(layer.incoming(unit), reads[at]):
                g[place] = lanes(list(map(mul, row, column)))
            for place in layer.bias(unit):
                g[place] = lanes(row)
    return g

# ---- 7. A step ----
def power(b, k):
    result = 1.0
    while k > 0:
        result, k, b = (result * b if k % 2 else result), k // 2, b * b
    return result

def shuffle(order, random):
    for i in range(len(order) - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]

def directions(t, k, g, m, v):
    """7.7: D, and m and v as they become."""
    kind, b, decay, b1, b2, epsilon = [t[key] for key in ("optimizer", "momentum", "decay", "beta1", "beta2", "epsilon")]
    if kind == "gradient-descent":
        return g, m, v
    if kind in ("momentum", "nesterov"):
        m = [b * old + new for old, new in zip(m, g)]
        return (m if kind == "momentum" else [new + b * old for new, old in zip(g, m)]), m, v
    if kind == "rmsprop":
        v = [decay * old + (1 - decay) * (new * new) for old, new in zip(v, g)]
        return [new / (sqrt(old) + epsilon) + 0.0 * old for new, old in zip(g, v)], m, v
    m = [b1 * old + (1 - b1) * new for old, new in zip(m, g)]
    v = [b2 * old + (1 - b2) * (new * new) for old, new in zip(v, g)]
    c1, c2 = 1 - power(b1, k), sqrt(1 - power(b2, k))
    return [(a / c1) / (sqrt(b) / c2 + epsilon) + 0.0 * b for a, b in zip(m, v)], m, v

def train(layers, names, p, xs, ys, experiment, steps):
    """The parameters after the steps, and how many were taken."""
    t, cross_entropy = experiment["training"], experiment["loss"] == "cross-entropy"
    shuffler, dropper = Generator(SHUFFLE, t["shuffleSeed"]), Generator(DROPOUT, t["dropout"]["seed"])
    noise = Generator(NOISE, t["gradientNoise"]["seed"])
    rate, std, clip = t["dropout"]["rate"], t["gradientNoise"]["std"], t["clip"]
    size, count, position = int(t["batchSize"]), len(xs), 0
    every, order = size == 0 or size >= count, list(range(count))
    shuffle(order, shuffler)
    m, v, factors, frozen = [0.0] * len(p), [0.0] * len(p), {}, {names[name] for name in t["freeze"]}
    for entry in t["unitLearningRates"]:
        layer, unit = layers[int(entry["layer"]) - 1], int(entry["unit"]) - 1
        factors.update((place, entry["factor"]) for place in (*layer.incoming(unit), *layer.bias(unit)))
    for k in range(1, steps + 1):
        t = {**t, **next((entry for entry in t["schedule"] if entry["from"] == k - 1), {})}
        batch = list(range(count)) if every else order[position : position + size]  # 1
        scale = 1 / (len(batch) * (layers[-1].units if cross_entropy else 1))
        parts = [block_gradient(layers, p, xs, ys, block, cross_entropy, scale, rate, dropper) for block in blocks_of(batch)]  # 2, 3
        g = [reduce(add, sums) for sums in zip(*parts)]
        if t["l1"] != 0 or t["l2"] != 0:  # 4
            for place in (place for layer in layers for place in layer.weight_places()):
                g[place] = g[place] + (t["l1"] * ((p[place] > 0) - (p[place] < 0)) + t["l2"] * p[place])
        if clip > 0:  # 5
            most = max(map(abs, g))
            norm = most * sqrt(total((a / most) * (a / most) for a in g)) if most != 0 else 0.0
            if norm > clip:
                g = [a * (clip / norm) for a in g]
        if std > 0:  # 6
            g = [a + std * noise.normal() for a in g]
        d, m, v = directions(t, k, g, m, v)  # 7
        d = [0.0 if place in frozen else a * factors[place] if place in factors else a for place, a in enumerate(d)]  # 8
        after = [w - t["learningRate"] * a + 0.0 for w, a in zip(p, d)]  # 9; + 0: 3
        if not all(abs(w) <= LARGEST for w in after):
            return p, k - 1
        p, position = after, position + size  # 10
        if not every and position >= count:
            position = 0
            shuffle(order, shuffler)
    return p, steps

def run(experiment, steps):
    layers = layers_of(experiment["network"])
    names, (xs, ys) = names_of(layers), examples_of(experiment["data"])
    start = start_of(experiment["init"], layers, names)
    end, taken = train(layers, names, start, xs, ys, experiment, steps)
    loss = doubles([data_loss(layers, end, xs, ys, experiment["loss"])])[::-1].hex()
    first, last = [fnv([struct.pack("<Q", step), doubles(p)]) for step, p in ((0, start), (taken, end))]
    return {"data": fnv([doubles(row) for pair in zip(xs, ys) for row in pair]), "start": first, "end": last, "loss": loss}

if __name__ == "__main__":
    for line in sys.stdin:
        task = json.loads(line, parse_int=float)
        print(json.dumps(run(task["experiment"], int(task["steps"]))))
