/*
 * backprop.c: forward, loss, backward, for one block of examples.
 *
 * The order of operations, which fixes the bits, is part of the contract:
 *   - examples stand side by side in vectors; a unit's z is b + w[0] a[0] + w[1] a[1] + ..., inputs in order, each example apart;
 *   - dJ/da of a unit sums over the next layer's units in order, for each example;
 *   - a weight's gradient sums d a over the vectors of a block in order, then the lanes of the sum, then the blocks in order.
 * No sum depends on which unit it is for or on how many units there are: the tiles of kernels.h change only which sums are taken at the same
 * time. That is why tied units stay tied to the last bit, at every width and batch size.
 */
#include "backprop.h"

#include "kernels.h"

/* The kernel for any size, once, and for what one unit or input stands before: there a loop over k would cost more than what it does. */
static void mix(double *out, const double *in, const struct matrix *matrix, const double *start, int32_t columns)
{
    const struct matrix m = *matrix, one = {m.values, m.rows, 1, m.row, m.column};
    if (m.inner == 1)
        kernel_mix(out, in, &one, start, columns);
    else
        kernel_mix(out, in, &m, start, columns);
}

static void multiply(double *out, const double *in, const double *by, int32_t count)
{
    for (int32_t i = 0; i < count; i += NN_LANES)
        *(vec *)(out + i) = *(const vec *)(in + i) * *(const vec *)(by + i);
}

/* ---- blocks ---- */

int32_t backprop_blocks(const network *n)
{
    return (n->examples + BLOCK - 1) / BLOCK;
}

struct block backprop_block(const network *n, int32_t number)
{
    int32_t begin = number * BLOCK, rest = n->examples - begin;
    int32_t examples = rest < BLOCK ? rest : BLOCK;
    return (struct block){n->x + (ptrdiff_t)begin * n->inputs, n->y + (ptrdiff_t)begin * n->outputs, examples, network_columns(examples)};
}

/* ---- the passes ---- */

/* What layer k reads: the data, or the layer before it. */
static const double *inputs_of(const network *n, int32_t k, const struct block *b, int dropout)
{
    return k == 0 ? b->x : dropout ? n->layer[k - 1].kept : n->layer[k - 1].a;
}

/* z = b + W a_before; a = g(z) */
void backprop_forward(network *n, const double *parameters, const struct block *b, int dropout)
{
    for (int32_t k = 0; k < n->layers; k++) {
        struct layer *l = &n->layer[k];
        struct matrix w = {parameters + l->weights, l->units, l->inputs, l->inputs, 1};
        mix(l->z, inputs_of(n, k, b, dropout), &w, l->biases >= 0 ? parameters + l->biases : NULL, b->columns);
        l->g->value(l->a, l->z, l->units * b->columns);
        if (dropout && k + 1 < n->layers)
            multiply(l->kept, l->a, l->mask, l->units * b->columns);
    }
}

double backprop_loss(network *n, const struct block *b)
{
    const struct layer *last = &n->layer[n->layers - 1];
    double sum = 0;
    n->loss->value(n->output_loss, last->z, last->a, b->y, last->units * b->columns);
    for (int32_t e = 0; e < b->examples; e++)
        for (int32_t j = 0; j < last->units; j++)
            sum += n->output_loss[j * b->columns + e];
    return sum;
}

/* Output: d = scale dJ/dz. Hidden: d = (W_next transposed d_next) g'(z). The columns of no example are made 0 at the output and stay so. */
void backprop_deltas(network *n, const double *parameters, const struct block *b, double scale, int dropout)
{
    struct layer *last = &n->layer[n->layers - 1];
    n->loss->delta(last->d, last->z, last->a, b->y, scale, last->g, last->units * b->columns);
    for (int32_t j = 0; j < last->units; j++)
        for (int32_t c = b->examples; c < b->columns; c++)
            last->d[j * b->columns + c] = 0;
    for (int32_t k = n->layers - 2; k >= 0; k--) {
        struct layer *l = &n->layer[k], *next = l + 1;
        struct matrix w = {parameters + next->weights, l->units, next->units, 1, next->inputs};
        mix(l->d, next->d, &w, NULL, b->columns);
        if (dropout)
            multiply(l->d, l->d, l->mask, l->units * b->columns);
        l->g->chain(l->d, l->z, l->a, l->units * b->columns);
    }
}

/* dJ/dW = d a_before transposed; dJ/db = d */
static void add_gradient(network *n, double *gradient, const struct block *b, int first, int dropout)
{
    for (int32_t k = 0; k < n->layers; k++) {
        const struct layer *l = &n->layer[k];
        kernel_outer(gradient + l->weights, l->biases >= 0 ? gradient + l->biases : NULL, l->d, inputs_of(n, k, b, dropout), l->units, l->inputs,
                     b->columns, first);
    }
}

void backprop_gradient(network *n, double *gradient, const struct block *b, double scale, int first, int dropout, double *loss)
{
    backprop_forward(n, n->now.parameters, b, dropout);
    if (loss)
        *loss += backprop_loss(n, b);
    backprop_deltas(n, n->now.parameters, b, scale, dropout);
    add_gradient(n, gradient, b, first, dropout);
}
