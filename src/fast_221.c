/*
 * fast_221.c: the fast path for one network, 2-2-1. The same operations in the same order as everywhere, so the bits are those of
 * backprop.c; but with every size known, the compiler keeps parameters, activations and gradients of one step after the other in
 * registers, where the general passes wait for memory between one layer, or one step, and the next.
 */
#include "fast_221.h"

#include "history.h"
#include "kernels.h"
#include "layout.h"
#include "options.h"
#include "wide.h"

enum {
    INPUTS = 2,
    UNITS = 2,
    EXAMPLES = 4,
    ROOM = (EXAMPLES + WIDE_ROOM - 1) / WIDE_ROOM * WIDE_ROOM, /* for a number an example */
    BIASES = UNITS * INPUTS,                                   /* where the hidden biases stand, behind the incoming weights */
    MOST = 12                                                  /* parameters, in whole vectors */
};

/* Where the outgoing weights and the output's bias stand, in the order of layout.c; how many parameters there are, in whole vectors. */
VEC_INLINE int outgoing_of(const int biases)
{
    return biases ? BIASES + UNITS : BIASES;
}

VEC_INLINE int output_bias_of(const int biases)
{
    return outgoing_of(biases) + UNITS;
}

VEC_INLINE int count_of(const int biases)
{
    return biases ? output_bias_of(biases) + 1 : output_bias_of(biases);
}

VEC_INLINE int padded_of(const int biases)
{
    return (count_of(biases) + NN_LANES - 1) / NN_LANES * NN_LANES;
}

/* The rows of tables are compared, so that another activation or loss, whatever it is like, goes through the general passes. */
static int has_our_functions(const network *n)
{
    const struct activation *sigmoid = activation_row(NN_SIGMOID);
    return n->layer[0].g == sigmoid && n->layer[1].g == sigmoid && n->loss == loss_row(NN_CROSS_ENTROPY);
}

int fast_221_fits(const network *n)
{
    return n->examples == EXAMPLES && n->layers == 2 && n->inputs == INPUTS && n->layer->units == UNITS && n->outputs == 1 &&
           has_our_functions(n) && options_are_plain(n) && n->options[NN_L1] == 0 && n->options[NN_L2] == 0;
}

/* g = the gradient at p. Returns 0, with g unfinished, where a z is so large that it takes the general sigmoid. */
VEC_INLINE int fill_gradient(double *g, const double *p, const struct span *s, const int biases)
{
    const int outgoing = outgoing_of(biases), output_bias = output_bias_of(biases);
    const struct matrix incoming_weights = {p, UNITS, INPUTS, INPUTS, 1}, outgoing_weights = {p + outgoing, 1, UNITS, UNITS, 1};
    _Alignas(vec) double z1[UNITS * EXAMPLES], a1[UNITS * EXAMPLES], d1[UNITS * EXAMPLES];
    _Alignas(vec) double z2[ROOM], a2[ROOM], d2[ROOM];
    wide_bits outside = {0};
    kernel_affine(z1, s->x, &incoming_weights, biases ? p + BIASES : NULL, EXAMPLES);
    for (int i = 0; i < UNITS * EXAMPLES; i += WIDE)
        *wide_at(a1, i) = wide_sigmoid(wide_of(z1, i), &outside);
    kernel_affine(z2, a1, &outgoing_weights, biases ? p + output_bias : NULL, EXAMPLES);
    for (int i = 0; i < EXAMPLES; i += WIDE)
        *wide_at(a2, i) = wide_sigmoid(wide_of(z2, i), &outside);
    if (wide_any_outside(outside))
        return 0;
    for (int i = 0; i < EXAMPLES; i += NN_LANES)
        *(vec *)(d2 + i) = (*(const vec *)(a2 + i) - *(const vec *)(s->y + i)) * (1.0 / EXAMPLES);
    /* One product where the general pass adds it to 0: that makes 0 of -0, of which no gradient tells. */
    for (int i = 0; i < UNITS * EXAMPLES; i += NN_LANES)
        *(vec *)(d1 + i) = p[outgoing + i / EXAMPLES] * *(const vec *)(d2 + i % EXAMPLES) * (*(vec *)(a1 + i) * (1.0 - *(vec *)(a1 + i)));
    const struct outer hidden = {g, biases ? g + BIASES : NULL, d1, s->x, UNITS, INPUTS, EXAMPLES, EXAMPLES, 1};
    const struct outer output = {g + outgoing, biases ? g + output_bias : NULL, d2, a1, 1, UNITS, EXAMPLES, EXAMPLES, 1};
    kernel_outer(hidden);
    kernel_outer(output);
    return 1;
}

/* p -= rate g. Returns 0, with p as it was, where that would leave the range of parameters. */
VEC_INLINE int update(double *p, const double *g, double rate, const int biases)
{
    vec next[MOST / NN_LANES];
    vec_bits outside = {0};
    for (int i = 0; i < padded_of(biases) / NN_LANES; i++) {
        next[i] = *(const vec *)(p + i * NN_LANES) - rate * *(const vec *)(g + i * NN_LANES);
        outside |= ~(vec_abs(next[i]) <= NN_MAX_PARAMETER);
    }
    if (vec_any(outside))
        return 0;
    for (int i = 0; i < padded_of(biases) / NN_LANES; i++)
        *(vec *)(p + i * NN_LANES) = next[i];
    return 1;
}

/* Up to so many steps without a look at the history; returns how many. */
VEC_INLINE int32_t take_steps(network *n, int32_t steps, const int biases)
{
    _Alignas(vec) double p[MOST] = {0}, g[MOST] = {0};
    struct span s = layout_span(n, 0);
    double rate = n->options[NN_LEARNING_RATE];
    int32_t taken = 0;
    for (int i = 0; i < count_of(biases); i++)
        p[i] = n->now.parameters[i];
    while (taken < steps && fill_gradient(g, p, &s, biases) && update(p, g, rate, biases))
        taken++;
    for (int i = 0; i < count_of(biases); i++)
        n->now.parameters[i] = p[i];
    return taken;
}

int32_t fast_221_train(network *n, int32_t steps)
{
    int32_t left = steps, asked = 0, taken = 0;
    while (left > 0 && taken == asked) {
        if (history_steps_to_sample(n) == 0)
            history_record(n, __builtin_nan(""));
        int64_t most = history_steps_to_sample(n);
        asked = most < left ? (int32_t)most : left;
        taken = n->layer->biases >= 0 ? take_steps(n, asked, 1) : take_steps(n, asked, 0);
        n->step += taken;
        left -= taken;
    }
    return steps - left;
}
