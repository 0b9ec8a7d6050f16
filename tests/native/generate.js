/** Writes what of the native drivers depends on nn.h and nn_many.h: a C function that calls any export by its number. */
import { ALL_FUNCTIONS } from './contract.js';

/** How each type stands in an argument's slot, and what takes its result. */
const TYPES = {
  int32_t: { slot: 'i', result: 'set_integer' },
  uint32_t: { slot: 'u', result: 'set_integer' },
  double: { slot: 'd', result: 'set_double' },
  'const char *': { slot: '', result: 'set_text' },
  'double *': { slot: '', result: 'set_list' },
  'const double *': { slot: '', result: 'set_list' },
};

/** @returns {string} the text of calls.h, included by call.h */
export function generateCalls() {
  const cases = ALL_FUNCTIONS.map(({ name, returns, parameters }, number) => {
    const list = parameters.map(({ type }, at) => `a[${at}].${TYPES[type].slot}`).join(', ');
    // Bytes depend on the size of a pointer; that there are some does not.
    const result = `${name}(${list})${name === 'nn_memory' ? ' > 0' : ''}`;
    return `    case ${number}: ${TYPES[returns].result}(o, ${result}); break;`;
  });
  const rows = ALL_FUNCTIONS.map(({ name, parameters }) => {
    const kinds = parameters.map((each) => (each.name === 'id' ? '#' : TYPES[each.type].slot)).join('');
    return `    {"${name}", "${kinds}"},`;
  });
  return `/* Generated from nn.h and nn_many.h by tests/native/generate.js. */
enum { FUNCTIONS = ${ALL_FUNCTIONS.length} };

/* Each function's name and its parameters: # an id, i int32, u uint32, d double. */
static const struct { const char *name, *parameters; } functions[FUNCTIONS] = {
${rows.join('\n')}
};

static void call(uint32_t function, const union slot *a, struct outcome *o)
{
    (void)a;
    switch (function) {
${cases.join('\n')}
    }
}
`;
}
