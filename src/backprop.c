/*
 * backprop.c: forward, loss, backward, for one span of examples.
 *
 * The order of operations, which fixes the bits, is part of the contract:
 *   - examples stand side by side in vectors; a unit's z is b + w[0] a[0] + w[1] a[1] + ..., inputs in order, each example apart;
 *   - dJ/da of a unit sums over the next layer's units in order, for each example;
 *   - a weight's gradient sums d a over the vectors of a block in order, then the lanes of the sum, then the blocks in order;
 *   - a loss sums over the outputs of an example in order, then over the examples of a block in order, then the blocks in order.
 * No sum depends on which unit it is for or on how many units there are: the tiles of kernels.h change only which sums are taken at the same
 * time, and the span only how many blocks go through a function together. That is why tied units stay tied to the last bit, at every width
 * and batch size.
 */
#include "backprop.h"

#include "kernels.h"

/* The kernel for any size, once, and for what one, two or three units or inputs stand before. The matrix is a copy, which no store to out
   changes. */
static void affine(double *out, const double *in, const struct matrix *matrix, const double *start, int32_t columns)
{
    const struct matrix m = *matrix;
    if (m.inner == 1)
        kernel_affine_few(out, in, &m, start, columns, 1);
    else if (m.inner == 2)
        kernel_affine_few(out, in, &m, start, columns, 2);
    else if (FEW > 2 && m.inner == FEW)
        kernel_affine_few(out, in, &m, start, columns, FEW);
    else
        kernel_affine(out, in, &m, start, columns);
}

static void multiply(double *out, const double *in, const double *by, int32_t count)
{
    for (int32_t i = 0; i < count; i += NN_LANES)
        *(vec *)(out + i) = *(const vec *)(in + i) * *(const vec *)(by + i);
}

/* What layer k reads: the data, or the layer before it. */
static inline const double *inputs_of(const network *n, int32_t k, const struct span *s, int dropout)
{
    return k == 0 ? s->x : dropout ? n->layer[k - 1].kept : n->layer[k - 1].a;
}

/* z = b + W a_before; a = g(z) */
void backprop_forward(network *n, const double *parameters, const struct span *s, int dropout)
{
    for (int32_t k = 0; k < n->layers; k++) {
        struct layer *l = &n->layer[k];
        struct matrix w = {parameters + l->weights, l->units, l->inputs, l->inputs, 1};
        affine(l->z, inputs_of(n, k, s, dropout), &w, layout_biases(l, parameters), s->columns);
        l->g->value(l->a, l->z, l->units * s->columns);
        if (dropout && k + 1 < n->layers)
            multiply(l->kept, l->a, l->mask, l->units * s->columns);
    }
}

void backprop_add_loss(network *n, const struct span *s, double *sum)
{
    const struct layer *last = &n->layer[n->layers - 1];
    n->loss->value(n->output_loss, last->z, last->a, s->y, last->units * s->columns);
    for (int32_t e = 0; e < s->examples;) {
        double block = 0;
        for (int32_t end = e + BLOCK; e < s->examples && e < end; e++)
            for (int32_t j = 0; j < last->units; j++)
                block += n->output_loss[j * s->columns + e];
        *sum += block;
    }
}

/* Output: d = scale dJ/dz. Hidden: d = (W_next transposed d_next) g'(z). The columns of no example are made 0 at the output and stay so. */
void backprop_deltas(network *n, const double *parameters, const struct span *s, double scale, int dropout)
{
    struct layer *last = &n->layer[n->layers - 1];
    n->loss->delta(last->d, last->z, last->a, s->y, scale, last->g, last->units * s->columns);
    for (int32_t j = 0; j < last->units; j++)
        for (int32_t c = s->examples; c < s->columns; c++)
            last->d[j * s->columns + c] = 0;
    for (int32_t k = n->layers - 2; k >= 0; k--) {
        struct layer *l = &n->layer[k], *next = l + 1;
        struct matrix w = {parameters + next->weights, l->units, next->units, 1, next->inputs};
        affine(l->d, next->d, &w, NULL, s->columns);
        if (dropout)
            multiply(l->d, l->d, l->mask, l->units * s->columns);
        l->g->chain(l->d, l->z, l->a, l->units * s->columns);
    }
}

/* dJ/dW = d a_before transposed; dJ/db = d */
static void add_gradient(network *n, double *gradient, const struct span *s, int first, int dropout)
{
    for (int32_t begin = 0; begin < s->columns; begin += BLOCK, first = 0) {
        int32_t block = s->columns - begin < BLOCK ? s->columns - begin : BLOCK;
        for (int32_t k = 0; k < n->layers; k++) {
            const struct layer *l = &n->layer[k];
            const struct outer o = {.gradient = gradient + l->weights,
                                    .biases = l->biases >= 0 ? gradient + l->biases : NULL,
                                    .d = l->d + begin,
                                    .a = inputs_of(n, k, s, dropout) + begin,
                                    .units = l->units,
                                    .width = l->inputs,
                                    .columns = s->columns,
                                    .block = block,
                                    .first = first};
            kernel_outer(o);
        }
    }
}

void backprop_gradient(network *n, double *gradient, const struct span *s, double scale, int first, int dropout, double *loss)
{
    backprop_forward(n, n->now.parameters, s, dropout);
    if (loss)
        backprop_add_loss(n, s, loss);
    backprop_deltas(n, n->now.parameters, s, scale, dropout);
    add_gradient(n, gradient, s, first, dropout);
}
