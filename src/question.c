/*
 * question.c: the fast path for the network of the question. The same operations in the same order as everywhere, so the bits are those of
 * backprop.c; but with every size known, the compiler keeps parameters, activations and gradients of one step after the other in
 * registers, where the general passes wait for memory between one layer, or one step, and the next.
 */
#include "question.h"

#include "backprop.h"
#include "history.h"
#include "kernels.h"
#include "math.h"
#include "options.h"
#include "wide.h"

enum { INPUTS = 2, UNITS = 2, EXAMPLES = 4, INCOMING = UNITS * INPUTS, MOST = 12 };

/* Where the parameters stand that follow the incoming weights, in the order of network.c; how many there are, in whole vectors. */
#define BIASES INCOMING
#define OUTGOING(biases) (INCOMING + ((biases) ? UNITS : 0))
#define OUTPUT_BIAS (INCOMING + UNITS + UNITS)
#define COUNT(biases) (OUTGOING(biases) + UNITS + ((biases) ? 1 : 0))
#define PADDED(biases) ((COUNT(biases) + NN_LANES - 1) / NN_LANES * NN_LANES)

int question_fits(const network *n)
{
    const struct layer *l = n->layer;
    /* A loss per output is cross-entropy, whose outputs are sigmoids. */
    return n->examples == EXAMPLES && n->layers == 2 && n->inputs == INPUTS && l->units == UNITS && n->outputs == 1 &&
           l->g->value == math_sigmoid && n->loss->per_output && options_are_plain(n) && n->options[NN_L1] == 0 && n->options[NN_L2] == 0;
}

/* g = the gradient at p. Returns 0, with g unfinished, where a z is so large that it takes the general sigmoid. */
VEC_INLINE int fill_gradient(double *g, const double *p, const struct span *s, const int biases)
{
    const struct matrix incoming = {p, UNITS, INPUTS, INPUTS, 1}, outgoing = {p + OUTGOING(biases), 1, UNITS, UNITS, 1};
    _Alignas(vec) double z1[UNITS * EXAMPLES], a1[UNITS * EXAMPLES], d1[UNITS * EXAMPLES];
    _Alignas(vec) double z2[EXAMPLES], a2[EXAMPLES], d2[EXAMPLES];
    twice_bits outside = {0};
    kernel_mix(z1, s->x, &incoming, biases ? p + BIASES : NULL, EXAMPLES);
    for (int i = 0; i < UNITS * EXAMPLES; i += TWICE)
        *(twice *)(a1 + i) = twice_sigmoid(*(const twice *)(z1 + i), &outside);
    kernel_mix(z2, a1, &outgoing, biases ? p + OUTPUT_BIAS : NULL, EXAMPLES);
    for (int i = 0; i < EXAMPLES; i += NN_LANES)
        *(vec *)(a2 + i) = vec_sigmoid(*(const vec *)(z2 + i), (vec_bits *)&outside);
    if (twice_any_outside(outside))
        return 0;
    for (int i = 0; i < EXAMPLES; i += NN_LANES)
        *(vec *)(d2 + i) = (*(const vec *)(a2 + i) - *(const vec *)(s->y + i)) * (1.0 / EXAMPLES);
    /* One product where the general pass adds it to 0: that makes 0 of -0, of which no gradient tells. */
    for (int i = 0; i < UNITS * EXAMPLES; i += NN_LANES)
        *(vec *)(d1 + i) =
            outgoing.values[i / EXAMPLES] * *(const vec *)(d2 + i % EXAMPLES) * (*(vec *)(a1 + i) * (1.0 - *(vec *)(a1 + i)));
    kernel_outer(g, biases ? g + BIASES : NULL, d1, s->x, UNITS, INPUTS, EXAMPLES, EXAMPLES, 1);
    kernel_outer(g + OUTGOING(biases), biases ? g + OUTPUT_BIAS : NULL, d2, a1, 1, UNITS, EXAMPLES, EXAMPLES, 1);
    return 1;
}

/* p -= rate g. Returns 0, with p as it was, where that would leave the range of parameters. */
VEC_INLINE int update(double *p, const double *g, double rate, const int biases)
{
    vec next[MOST / NN_LANES];
    vec_bits outside = {0};
    for (int i = 0; i < PADDED(biases) / NN_LANES; i++) {
        next[i] = *(const vec *)(p + i * NN_LANES) - rate * *(const vec *)(g + i * NN_LANES);
        outside |= ~(VEC_ABS(vec, next[i]) <= NN_MAX_PARAMETER);
    }
    if (vec_any(outside))
        return 0;
    for (int i = 0; i < PADDED(biases) / NN_LANES; i++)
        *(vec *)(p + i * NN_LANES) = next[i];
    return 1;
}

/* Up to so many steps without a look at the history; returns how many. */
VEC_INLINE int32_t take_steps(network *n, int32_t steps, const int biases)
{
    _Alignas(vec) double p[MOST] = {0}, g[MOST] = {0};
    struct span s = backprop_span(n, 0);
    double rate = n->options[NN_LEARNING_RATE];
    int32_t taken = 0;
    for (int i = 0; i < COUNT(biases); i++)
        p[i] = n->now.parameters[i];
    while (taken < steps && fill_gradient(g, p, &s, biases) && update(p, g, rate, biases))
        taken++;
    for (int i = 0; i < COUNT(biases); i++)
        n->now.parameters[i] = p[i];
    return taken;
}

int32_t question_train(network *n, int32_t steps)
{
    int32_t left = steps, asked = 0, taken = 0;
    while (left > 0 && taken == asked) {
        if (history_room(n) == 0)
            history_record(n, __builtin_nan(""));
        int64_t room = history_room(n);
        asked = room < left ? (int32_t)room : left;
        taken = n->layer->biases >= 0 ? take_steps(n, asked, 1) : take_steps(n, asked, 0);
        n->step += taken;
        left -= taken;
    }
    return steps - left;
}
