/*
 * many_pass.c: forward and backward for all runs side by side, a chunk of examples at a time. The operations and their order are those of
 * backprop.c; the loss is not needed here. What is drawn and gathered is the same for all runs, and drawn and gathered once.
 */
#include "many/many_pass.h"

#include "many/many_kernels.h"
#include "objective.h"

/* Examples that go through the network together. x [inputs][x_row]. */
struct chunk {
    const double *x;
    int32_t x_row, columns;
    double *y;        /* [outputs][vectors][columns][NN_LANES], each target as often as there are runs */
    int32_t in_block; /* its first example, counted in its block */
};

/* ---- what a chunk reads ---- */

/* A target for every run. */
static void spread_targets(const network *n, const many *m, const struct chunk *c, int32_t column, struct place p)
{
    const double *y = n->y + layout_first_row(p, n->outputs);
    for (int32_t j = 0; j < n->outputs; j++)
        for (int32_t v = 0; v < m->vectors; v++)
            *(vec *)(c->y + ((j * m->vectors + v) * c->columns + column) * NN_LANES) = vec_all(y[j * p.columns]);
}

/* A stretch of the data as they are. Its targets stay for the steps to come, in which it is the same. */
static void take_stretch(const network *n, many *m, struct chunk *c, int32_t from)
{
    struct place p = layout_place(n, from);
    c->x = n->x + layout_first_row(p, n->inputs);
    c->x_row = p.columns;
    c->y = m->y + from * n->outputs * m->lanes;
    if (from < m->y_known)
        return;
    for (int32_t e = 0; e < c->columns; e++)
        spread_targets(n, m, c, e, layout_place(n, from + e));
    m->y_known = from + c->columns;
}

/* The next examples of the order, from place `from` in it. */
static void gather(const network *n, many *m, struct chunk *c, int32_t from)
{
    c->x = m->x;
    c->x_row = c->columns;
    c->y = m->y;
    m->y_known = 0;
    for (int32_t e = 0; e < c->columns; e++) {
        struct place p = layout_place(n, m->order[from + e]);
        const double *x = n->x + layout_first_row(p, n->inputs);
        for (int32_t i = 0; i < n->inputs; i++)
            m->x[i * c->columns + e] = x[i * p.columns];
        spread_targets(n, m, c, e, p);
    }
}

/* ---- dropout ---- */

/* The masks of a block of so many examples, in the order of train.c. */
static void draw_masks(const network *n, many *m, int32_t examples)
{
    double rate = n->options[NN_DROPOUT_RATE];
    for (int32_t k = 0; k + 1 < n->layers; k++)
        for (int32_t j = 0; j < n->layer[k].units; j++)
            for (int32_t e = 0; e < examples; e++)
                m->layer[k].mask[j * BLOCK + e] = random_uniform(&m->dropout) >= rate ? 1 / (1 - rate) : 0;
}

/* out = in times the masks of layer k. */
static void multiply_masks(double *out, const double *in, const network *n, const many *m, int32_t k, const struct chunk *c)
{
    for (int32_t j = 0; j < n->layer[k].units; j++) {
        const double *mask = m->layer[k].mask + j * BLOCK + c->in_block;
        for (int32_t v = 0; v < m->vectors; v++)
            for (int32_t e = 0; e < c->columns; e++) {
                int32_t at = ((j * m->vectors + v) * c->columns + e) * NN_LANES;
                *(vec *)(out + at) = *(const vec *)(in + at) * mask[e];
            }
    }
}

/* ---- the passes ---- */

/* Numbers from one unit to the next in the arrays of a pass, and from one vector of runs to the next. */
static inline int32_t row_of(const many *m, const struct chunk *c)
{
    return m->vectors * c->columns * NN_LANES;
}

static inline int32_t vector_of(const struct chunk *c)
{
    return c->columns * NN_LANES;
}

/* What layer k > 0 reads. */
static inline const double *inputs_of(const network *n, const many *m, int32_t k)
{
    return n->options[NN_DROPOUT_RATE] > 0 ? m->layer[k - 1].kept : m->layer[k - 1].a;
}

/* The same step for one vector of runs after the other. */
VEC_INLINE void affine(const struct many_affine *first, const many *m, const struct chunk *c, const int shared)
{
    struct many_affine step = *first;
    int32_t vectors = m->vectors, next = vector_of(c);
    for (int32_t v = 0; v < vectors; v++) {
        many_affine(step, shared);
        step.in += shared ? 0 : next;
        step.out += next;
        step.matrix += NN_LANES;
        step.start += step.start_row ? NN_LANES : 0;
    }
}

static void affine_of_data(const struct many_affine *first, const many *m, const struct chunk *c)
{
    affine(first, m, c, 1);
}

static void affine_of_units(const struct many_affine *first, const many *m, const struct chunk *c)
{
    affine(first, m, c, 0);
}

VEC_INLINE void outer(const struct many_outer *first, const many *m, const struct chunk *c, const int shared)
{
    struct many_outer o = *first;
    int32_t vectors = m->vectors, next = vector_of(c);
    for (int32_t v = 0; v < vectors; v++) {
        many_outer(o, shared);
        o.a += shared ? 0 : next;
        o.d += next;
        o.partial += NN_LANES;
    }
}

static void outer_of_data(const struct many_outer *first, const many *m, const struct chunk *c)
{
    outer(first, m, c, 1);
}

static void outer_of_units(const struct many_outer *first, const many *m, const struct chunk *c)
{
    outer(first, m, c, 0);
}

/* By whether what is read is the data. Functions of their own, with copies that no store to an array changes: in one large function compilers run out of
   registers. They are in tables that, for all compilers know, may change: Binaryen inlines whatever has a single caller, and no attribute reaches it. */
typedef void affine_step(const struct many_affine *first, const many *m, const struct chunk *c);
typedef void outer_step(const struct many_outer *first, const many *m, const struct chunk *c);
static affine_step *const volatile affine_of[] = {affine_of_units, affine_of_data};
static outer_step *const volatile outer_of[] = {outer_of_units, outer_of_data};

/* z = b + W a_before; a = g(z) */
static void forward(const network *n, const many *m, const struct chunk *c)
{
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        const struct many_layer *own = &m->layer[k];
        const double *w = m->now.parameters + l->weights * m->lanes, *b = m->now.parameters + l->biases * m->lanes;
        struct many_affine step = {own->z,
                                   k == 0 ? c->x : inputs_of(n, m, k),
                                   w,
                                   l->biases >= 0 ? b : m->zeros,
                                   l->units,
                                   l->inputs,
                                   c->columns,
                                   row_of(m, c),
                                   k == 0 ? c->x_row : row_of(m, c),
                                   l->inputs * m->lanes,
                                   m->lanes,
                                   l->biases >= 0 ? m->lanes : 0};
        affine_of[k == 0](&step, m, c);
        l->g->value(own->a, own->z, l->units * row_of(m, c));
        if (k + 1 < n->layers && n->options[NN_DROPOUT_RATE] > 0)
            multiply_masks(own->kept, own->a, n, m, k, c);
    }
}

/* Output: d = scale dJ/dz. Hidden: d = (W_next transposed d_next) g'(z). */
static void deltas(const network *n, const many *m, const struct chunk *c, double scale)
{
    const struct layer *last = &n->layer[n->layers - 1];
    const struct many_layer *output = &m->layer[n->layers - 1];
    n->loss->delta(output->d, output->z, output->a, c->y, scale, last->g, last->units * row_of(m, c));
    for (int32_t k = n->layers - 2; k >= 0; k--) {
        const struct layer *l = &n->layer[k], *next = l + 1;
        const struct many_layer *own = &m->layer[k];
        struct many_affine step = {own->d,
                                   own[1].d,
                                   m->now.parameters + next->weights * m->lanes,
                                   m->zeros,
                                   l->units,
                                   next->units,
                                   c->columns,
                                   row_of(m, c),
                                   row_of(m, c),
                                   m->lanes,
                                   next->inputs * m->lanes,
                                   0};
        affine_of[0](&step, m, c);
        if (n->options[NN_DROPOUT_RATE] > 0)
            multiply_masks(own->d, own->d, n, m, k, c);
        l->g->chain(own->d, own->z, own->a, l->units * row_of(m, c));
    }
}

/* dJ/dW = d a_before transposed; dJ/db = d */
static void add_gradient(const network *n, const many *m, const struct chunk *c)
{
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        struct many_outer o = {.partial = m->partial + l->weights * 2 * m->lanes,
                               .d = m->layer[k].d,
                               .a = k == 0 ? c->x : inputs_of(n, m, k),
                               .units = l->units,
                               .width = l->inputs,
                               .columns = c->columns,
                               .lanes = m->lanes,
                               .d_row = row_of(m, c),
                               .a_row = k == 0 ? c->x_row : row_of(m, c),
                               .biases = l->biases >= 0 ? l->biases - l->weights : -1};
        outer_of[k == 0](&o, m, c);
    }
}

/* gradient (+)= the two sums of each number, which begin anew. */
static void finish_block(const network *n, const many *m, int first)
{
    int32_t lanes = m->lanes;
    double *to = m->gradient, *from = m->partial;
    for (int32_t p = 0; p < n->parameter_count; p++, to += lanes, from += 2 * lanes)
        for (int32_t i = 0; i < lanes; i += NN_LANES) {
            vec *gradient = (vec *)(to + i), *odd = (vec *)(from + i), *even = (vec *)(from + lanes + i), sum = *odd + *even;
            if (!first)
                sum = *gradient + sum;
            *gradient = sum;
            *odd = *even = vec_all(0);
        }
}

void many_pass_gradient(const network *n, many *m, int32_t size)
{
    int32_t from = m->position, end = from + size < n->examples ? from + size : n->examples, total = end - from;
    double scale = 1 / (total * objective_outputs(n));
    for (int32_t done = 0; done < total;) {
        int32_t in_block = done % BLOCK, block = total - (done - in_block) < BLOCK ? total - (done - in_block) : BLOCK;
        int32_t columns = block - in_block < m->chunk ? block - in_block : m->chunk;
        struct chunk c = {.columns = columns, .in_block = in_block};
        if (size < n->examples)
            gather(n, m, &c, from + done);
        else
            take_stretch(n, m, &c, done);
        if (in_block == 0 && n->options[NN_DROPOUT_RATE] > 0)
            draw_masks(n, m, block);
        forward(n, m, &c);
        deltas(n, m, &c, scale);
        add_gradient(n, m, &c);
        done += columns;
        if (in_block + columns == block)
            finish_block(n, m, done <= BLOCK);
    }
}
