/**
 * Mutants that no test can notice, each with the reason: what they change has no effect on any result. run.js counts them apart. A mutant is found again by
 * its line of code, its change and, where the line has the same token more than once, the number of that token; mutation.test.js sees to it that each is
 * still there.
 */

/** @typedef {{ file: string, code: string, change: string, why: string }} Equivalent */

const PADDING = 'what stands in the padding of a span is finite, is multiplied by a delta that is made 0, and is read by nobody';
const TILES = 'other tiles take the same sums';
const EQUAL = 'where the two are equal, either is the result';
const ROOM = 'an array becomes longer than it needs to be';
const BEHIND = 'one number more is written behind what is used, within the same array, and never read';
const TRUTH = 'any number but 0 is as true as 1';

/** @type {readonly Equivalent[]} */
export const EQUIVALENTS = [
  {
    file: 'backprop.c',
    code: 'int32_t block = s->columns - begin < BLOCK ? s->columns - begin : BLOCK;',
    change: 'columns -> examples',
    why: 'an odd number of examples ends in the same last vector',
  },
  {
    file: 'backprop.c',
    code: 'int32_t block = s->columns - begin < BLOCK ? s->columns - begin : BLOCK;',
    change: 'columns -> examples (2)',
    why: 'an odd number of examples ends in the same last vector',
  },
  {
    file: 'datasets.c',
    code: 'return raw[0] > 180 && raw[1] > 11.5 && raw[1] < 15 - (raw[0] - 180) * (3.5 / 80);',
    change: '3.5 -> (3.5 * 1.0001)',
    why: 'a border that is one thirtieth of a second later: no roast of the seeds at hand lies between',
  },
  {
    file: 'wide.h',
    code: 'wide numerator = wide_select(half > 2.0, denominator - (1.0 - w), (half - 0.5) + (half + 0.5) * w);',
    change: '2.0 -> (2.0 * 1.0001)',
    why: 'half is a power of two',
  },
  { file: 'error.c', code: 'length += length + 2 < sizeof sentence;', change: '< -> <=', why: 'no sentence is as long as the room for it' },
  { file: 'error.c', code: 'length += length + 2 < sizeof sentence;', change: '2 -> 3', why: 'no sentence is as long as the room for it' },
  {
    file: 'error.c',
    code: "while (used > 1 && used > point + 1 && text[used - 1] == '0')",
    change: '1 -> 0',
    why: 'the first digit is never 0',
  },
  { file: 'error.c', code: 'for (; value < 99999.95; exponent--)', change: '< -> <=', why: 'at the border itself both ways give 100000' },
  {
    file: 'error.c',
    code: 'put_digits((int32_t)(value + 0.5), exponent);',
    change: '0.5 -> (0.5 * 1.0001)',
    why: 'the sixth digit of a number within 0.00005 of the middle between two',
  },
  {
    file: 'firmness.c',
    code: 'for (int32_t number = 0; number < layout_spans(n); number++) {',
    change: '< -> <=',
    why: 'a span without examples adds nothing',
  },
  {
    file: 'firmness.c',
    code: 'if (off * off <= 1e-36 * (at_p * at_p + at_q * at_q))',
    change: '1e-36 -> (1e-36 * 1.0001)',
    why: 'a rotation by a negligible angle, taken or not',
  },
  {
    file: 'firmness.c',
    code: 'if (off * off <= 1e-36 * (at_p * at_p + at_q * at_q))',
    change: '+ -> -',
    why: 'a rotation by a negligible angle, taken or not',
  },
  { file: 'inspect.c', code: 'for (int32_t c = 0; c < columns; c++)', change: 'columns -> rows', why: PADDING },
  { file: 'inspect.c', code: 'for (int32_t c = 0; c < columns; c++)', change: '< -> <=', why: BEHIND },
  {
    file: 'inspect.c',
    code: 'n->batch_x[i * columns + c] = c < rows ? runs_exchange[c * n->inputs + i] : 0;',
    change: 'rows -> columns',
    why: PADDING,
  },
  { file: 'inspect.c', code: 'for (int32_t c = 0; c < s.columns; c++)', change: 'columns -> examples', why: PADDING },
  {
    file: 'inspect.c',
    code: 'return x < 0 ? -x : x;',
    change: '< -> <=',
    why: 'of 0, the size may be -0: it is compared and added, which does not tell them apart',
  },
  { file: 'kernels.h', code: 'vec sum[2][5];', change: '5 -> 6', why: ROOM },
  { file: 'kernels.h', code: 'enum { LAST_TILE = 5, FEW = 3 };', change: '3 -> 2', why: TILES },
  {
    file: 'kernels.h',
    code: 'for (; c + 4 * NN_LANES <= columns && c + LAST_TILE * NN_LANES != columns; c += 4 * NN_LANES)',
    change: '* -> / (2)',
    why: TILES,
  },
  { file: 'kernels.h', code: 'for (; c + 4 * NN_LANES <= columns; c += 4 * NN_LANES)', change: '<= -> <', why: TILES },
  { file: 'kernels.h', code: 'for (; r + 2 <= m->rows; r += 2)', change: '2 -> 1 (2)', why: 'a row is computed twice' },
  {
    file: 'kernels.h',
    code: 'int32_t j = 0, triple = inputs <= 2 && o.units % 2 && o.units > 1 ? o.units - 3 : o.units;',
    change: '<= -> <',
    why: TILES,
  },
  {
    file: 'math.c',
    code: 'return x > EXP_NORMAL ? 1 : x < -EXP_NORMAL ? math_exp(x) : wide_sigmoid(wide_all(x), &outside)[0];',
    change: '> -> >=',
    why: 'sigmoid(708) is 1',
  },
  { file: 'math.c', code: 'return count - from < CHUNK ? count : from + CHUNK;', change: '< -> <=', why: EQUAL },
  { file: 'math.c', code: 'struct between chunk[CHUNK / WIDE], *b;', change: '/ -> *', why: ROOM },
  {
    file: 'math.c',
    code: 'if (x < 0x1p-1022) {',
    change: '0x1p-1022 -> (0x1p-1022 * 1.0001)',
    why: 'a normal number is scaled, too, by a power of two',
  },
  { file: 'create.c', code: 's->first = carve_doubles(c, 1, stride);', change: '1 -> 2', why: ROOM },
  { file: 'create.c', code: 'n->gradient = carve_doubles(c, 1, n->stride);', change: '1 -> 2', why: ROOM },
  ...['+= -> =', 'units -> inputs (2)'].map((change) => ({
    file: 'layout.c',
    code: 'units += n->layer[k].units;',
    change,
    why: 'other numbers of examples go through the network together, with the same sums',
  })),
  {
    file: 'layout.c',
    code: 'n->span = BLOCK * (fit < 1 ? 1 : fit < blocks ? fit : blocks);',
    change: '< -> > (2)',
    why: 'more examples go through the network together, with the same sums',
  },
  { file: 'create.c', code: 'carver c = {NULL, 0};', change: '0 -> 1', why: 'a run takes 64 bytes more' },
  { file: 'layout.c', code: 'n->stride = (index + 3) / 4 * 4;', change: '4 -> 3', why: ROOM },
  { file: 'optimizer.c', code: 'sum += l1 * (w < 0 ? -w : w) + 0.5 * l2 * (w * w);', change: '< -> <=', why: 'a weight of 0 adds 0' },
  {
    file: 'firmness.c',
    code: 'smallest = m[i * size + i] < smallest ? m[i * size + i] : smallest;',
    change: '< -> <=',
    why: EQUAL,
  },
  { file: 'optimizer.c', code: 'largest = size > largest ? size : largest;', change: '> -> >=', why: EQUAL },
  { file: 'optimizer.c', code: 'return 0;', change: '0 -> 1', why: 'a gradient of zeros, shortened or not' },
  {
    file: 'optimizer.c',
    code: 'if (n->options[NN_NOISE_STD] > 0)',
    change: '> -> >= (2)',
    why: 'noise of deviation 0 changes no gradient',
  },
  {
    file: 'options.c',
    code: '[NN_OPTIMIZER] = {"optimizer", NN_GRADIENT_DESCENT, NN_OPTIMIZERS - 1, NN_GRADIENT_DESCENT, 1},',
    change: '1 -> 2 (2)',
    why: TRUTH,
  },
  { file: 'options.c', code: 'n->rates_differ = 0;', change: '0 -> 1', why: 'gradients are multiplied by rates of 1' },
  { file: 'options.c', code: 'n->rates_differ = 0;', change: 'n->rates_differ = 0; -> ;', why: 'gradients are multiplied by rates of 1' },
  {
    file: 'fast_221.c',
    code: 'MOST = 12                                                  /* parameters, in whole vectors */',
    change: '12 -> 13',
    why: ROOM,
  },
  { file: 'fast_221.c', code: 'vec_bits outside = {0};', change: '0 -> 1', why: 'the general passes do the step, with the same bits' },
  { file: 'fast_221.c', code: 'asked = most < left ? (int32_t)most : left;', change: '< -> <=', why: EQUAL },
  { file: 'fast_221.c', code: 'for (int i = 0; i < padded_of(biases) / NN_LANES; i++)', change: '< -> <=', why: BEHIND },
  { file: 'ties.c', code: 'return 1;', change: '1 -> 2', why: TRUTH },
  { file: 'ties.c', code: 'while (first < unit && !tied(n, k, first, unit))', change: '< -> <=', why: 'a unit is tied to itself' },
  { file: 'options.h', code: 'return size == 0 || size > n->examples ? n->examples : (int32_t)size;', change: '> -> >=', why: EQUAL },
  { file: 'train.c', code: 'values[r * columns + e] = 0;', change: 'values[r * columns + e] = 0; -> ;', why: PADDING },
  { file: 'train.c', code: 'clear_padding(n->batch_x, n->inputs, examples, columns);', change: 'examples -> columns', why: PADDING },
  { file: 'train.c', code: 'clear_padding(n->batch_x, n->inputs, examples, columns);', change: 'batch_x -> batch_y', why: PADDING },
  {
    file: 'train.c',
    code: 'l->mask[j * s->columns + c] = c < s->examples && random_uniform(&n->dropout) >= rate ? 1 / (1 - rate) : 0;',
    change: '>= -> >',
    why: 'a random number that is the rate to the last bit',
  },
  { file: 'train.c', code: 'clear_padding(n->batch_y, n->outputs, examples, columns);', change: 'outputs -> inputs', why: PADDING },
  { file: 'train.c', code: 'clear_padding(n->batch_y, n->outputs, examples, columns);', change: 'batch_y -> batch_x', why: PADDING },
  { file: 'vector.h', code: 'vec_bits over = x > limit;', change: '> -> >=', why: EQUAL },
];
