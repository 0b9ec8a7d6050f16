/*
 * many_221.c: the fast path for 2-2-1 on four examples, the network of the question, with many runs side by side. The operations and their order
 * are those of many_pass.c and many_step.c. A group of runs takes all steps before the next group takes one, so that what it needs stays near the
 * processor; and instead of each z, each parameter is watched: while all are small enough no z can be so large that it takes the general sigmoid.
 */
#include "many/many_221.h"

#include <string.h>

#include "fast_221.h"
#include "wide.h"

enum {
    INPUTS = 2,
    UNITS = 2,
    EXAMPLES = 4,
    BIASES = 4, /* where parameters stand here, behind the incoming weights; where there are no biases, they are 0 */
    OUTGOING = 6,
    OUTPUT_BIAS = 8,
    PARAMETERS = 9,
    GROUP = 16,    /* runs: with more, not all of it is near */
    STRETCH = 256, /* steps after which it is looked whether all parameters were small */
    LARGEST_Z = 350
};

_Static_assert(GROUP % WIDE_ROOM == 0, "a group is whole wide vectors");

/* What each run of a group has, and what they share. Rows of a, output and between are as long as there are lanes. */
struct group {
    _Alignas(wide) double p[PARAMETERS][GROUP], a[UNITS * EXAMPLES * GROUP], output[EXAMPLES * GROUP];
    struct between {
        wide r;
        wide_bits power;
    } between[UNITS * EXAMPLES * GROUP / WIDE];
    const double *x, *y;
    double rate, scale, limit;
    int32_t lanes; /* in use, padded to whole wide vectors */
    int corners;   /* the examples are those of a truth table: 00, 01, 10, 11 */
    int biases;
};

static double largest_size(const double *values, int32_t count)
{
    double largest = 1;
    for (int32_t i = 0; i < count; i++) {
        double size = values[i] < 0 ? -values[i] : values[i];
        largest = size > largest ? size : largest;
    }
    return largest;
}

/* So that neither b + w x + w x nor b + w a + w a is larger than LARGEST_Z. */
static double largest_parameter(const double *x)
{
    return LARGEST_Z / (1 + INPUTS * largest_size(x, INPUTS * EXAMPLES));
}

static int are_corners(const double *x)
{
    for (int32_t e = 0; e < EXAMPLES; e++)
        if (x[e] != (e >> 1) || x[EXAMPLES + e] != (e & 1))
            return 0;
    return 1;
}

/* ---- a step of a group ---- */

/* e^-z of the hidden units, begun. At the corners no product with 0 or 1 is taken: a parameter is never -0, so that changes no bit of a sigmoid. */
static inline void begin_hidden(struct group *g)
{
    const double *x = g->x;
    int32_t row = g->lanes / WIDE;
    struct between *b = g->between;
    for (int32_t u = 0; u < UNITS; u++, b += (EXAMPLES - 1) * row)
        for (int32_t i = 0; i < g->lanes; i += WIDE, b++) {
            wide bias = wide_of(g->p[BIASES + u], i), first = wide_of(g->p[u * INPUTS], i), second = wide_of(g->p[u * INPUTS + 1], i);
            for (int32_t e = 0; e < EXAMPLES; e++) {
                wide z = bias;
                if (!g->corners)
                    z = z + first * x[e] + second * x[EXAMPLES + e];
                else if (e & 2)
                    z += first;
                if (g->corners && e & 1)
                    z += second;
                b[e * row].r = wide_exp_reduce(z, &b[e * row].power);
            }
        }
}

/* e^-z of the output, begun. */
static inline void begin_output(struct group *g)
{
    int32_t lanes = g->lanes, row = lanes / WIDE;
    struct between *b = g->between;
    for (int32_t i = 0; i < lanes; i += WIDE, b++)
        for (int32_t e = 0; e < EXAMPLES; e++) {
            wide z = wide_of(g->p[OUTPUT_BIAS], i);
            for (int32_t u = 0; u < UNITS; u++)
                z += wide_of(g->p[OUTGOING + u], i) * wide_of(g->a, (u * EXAMPLES + e) * lanes + i);
            b[e * row].r = wide_exp_reduce(z, &b[e * row].power);
        }
}

static inline void finish(struct group *g, double *sigmoids, int32_t count)
{
    const struct between *b = g->between;
    for (int32_t i = 0; i < count; i += WIDE, b++)
        *wide_at(sigmoids, i) = wide_sigmoid_join(b->r, b->power);
}

/* A sum over the examples: the even ones and the odd ones apart, as everywhere. */
VEC_INLINE vec sum_of(const vec *parts)
{
    return (parts[0] + parts[2]) + (parts[1] + parts[3]);
}

/* p -= rate g for one vector; watched gets a sign where the result is not small. */
VEC_INLINE void descend(struct group *g, int32_t parameter, int32_t i, vec gradient, vec_bits *watched)
{
    vec *p = (vec *)(g->p[parameter] + i), next = *p - g->rate * gradient;
    *watched |= (vec_bits)vec_all(g->limit) - (vec_bits)vec_abs(next);
    *p = next;
}

static inline void update(struct group *g, vec_bits *watched)
{
    const double *x = g->x;
    int32_t lanes = g->lanes;
    for (int32_t i = 0; i < lanes; i += NN_LANES) {
        vec d[EXAMPLES], part[EXAMPLES];
        for (int32_t e = 0; e < EXAMPLES; e++)
            d[e] = (*(const vec *)(g->output + e * lanes + i) - g->y[e]) * g->scale;
        for (int32_t u = 0; u < UNITS; u++) {
            const double *a = g->a + u * EXAMPLES * lanes + i;
            vec outgoing = *(const vec *)(g->p[OUTGOING + u] + i), own[EXAMPLES];
            for (int32_t e = 0; e < EXAMPLES; e++) {
                vec value = *(const vec *)(a + e * lanes);
                own[e] = outgoing * d[e] * (value * (1.0 - value));
                part[e] = d[e] * value;
            }
            descend(g, OUTGOING + u, i, sum_of(part), watched);
            if (g->biases)
                descend(g, BIASES + u, i, sum_of(own), watched);
            if (g->corners) {
                descend(g, u * INPUTS, i, own[2] + own[3], watched);
                descend(g, u * INPUTS + 1, i, own[1] + own[3], watched);
            } else
                for (int32_t k = 0; k < INPUTS; k++) {
                    for (int32_t e = 0; e < EXAMPLES; e++)
                        part[e] = own[e] * x[k * EXAMPLES + e];
                    descend(g, u * INPUTS + k, i, sum_of(part), watched);
                }
        }
        if (g->biases)
            descend(g, OUTPUT_BIAS, i, sum_of(d), watched);
    }
}

/* ---- all runs ---- */

/* So many rows of numbers, each `from_row` behind the one before. */
static __attribute__((noinline)) void copy_rows(double *to, int32_t to_row, const double *from, int32_t from_row, int32_t rows,
                                                int32_t count)
{
    for (; rows > 0; rows--, to += to_row, from += from_row)
        memcpy(to, from, sizeof(double) * (size_t)count);
}

/* Parameters of so many runs from place `from`, out of the present ones into the group, or out of the group into those that are made. */
static void move(const network *n, const many *m, struct group *g, int32_t from, int32_t runs, int into)
{
    const struct layer *hidden = n->layer, *output = hidden + 1;
    const int32_t parts[][3] = {{0, hidden->weights, BIASES},
                                {OUTGOING, output->weights, UNITS},
                                {BIASES, hidden->biases, UNITS},
                                {OUTPUT_BIAS, output->biases, 1}};
    for (int32_t k = 0; k < (g->biases ? 4 : 2); k++) {
        double *own = g->p[parts[k][0]];
        int32_t place = parts[k][1] * m->lanes + from;
        if (into)
            copy_rows(own, GROUP, m->now.parameters + place, m->lanes, parts[k][2], runs);
        else
            copy_rows(m->made.parameters + place, m->lanes, own, GROUP, parts[k][2], runs);
    }
}

/* Whether all parameters were small, at the start as after each step. */
static int take_steps(struct group *g, int32_t steps)
{
    vec_bits watched = {0};
    if (largest_size(g->p[0], PARAMETERS * GROUP) > g->limit)
        return 0;
    for (; steps > 0; steps--) {
        begin_hidden(g);
        finish(g, g->a, UNITS * EXAMPLES * g->lanes);
        begin_output(g);
        finish(g, g->output, EXAMPLES * g->lanes);
        update(g, &watched);
    }
    return !vec_any(watched < 0);
}

int32_t many_221_make(const network *n, const many *m, int32_t steps)
{
    int32_t taken = steps < STRETCH ? steps : STRETCH;
    struct span s = layout_span(n, 0);
    struct group g = {.x = s.x,
                      .y = s.y,
                      .rate = n->options[NN_LEARNING_RATE],
                      .scale = 1.0 / EXAMPLES,
                      .limit = largest_parameter(s.x),
                      .corners = are_corners(s.x),
                      .biases = n->layer->biases >= 0};
    for (int32_t from = 0; from < m->lanes; from += GROUP) {
        int32_t runs = m->lanes - from < GROUP ? m->lanes - from : GROUP;
        g.lanes = (runs + WIDE - 1) / WIDE * WIDE;
        move(n, m, &g, from, runs, 1);
        if (!take_steps(&g, taken))
            return 0;
        move(n, m, &g, from, runs, 0);
    }
    return taken;
}
