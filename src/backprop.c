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

#include <string.h>

#include "kernels.h"
#include "math.h"
#include "wide.h"

/* The kernel for any size, once. */
static void mix(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns)
{
    kernel_mix(out, in, m, start, columns);
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

/* ---- the network of the question ---- */

/* 2-2-1, sigmoids, cross-entropy, four examples: what people train here more than anything else. The same operations by the same
   kernels; but with every size known, the compiler keeps all of a step in registers, where the general passes wait for memory
   between one layer and the next. */
enum { INPUTS = 2, UNITS = 2, EXAMPLES = 4 };

/* A loss per output is cross-entropy, whose outputs are sigmoids. */
static int is_question(const network *n, const struct block *b)
{
    const struct layer *l = n->layer;
    return b->examples == EXAMPLES && n->layers == 2 && n->inputs == INPUTS && l[0].units == UNITS && n->outputs == 1
           && l[0].g->value == math_sigmoid && n->loss->per_output;
}

/* The loss is left to those who know it, from where they look for it. */
static double question_loss(network *n, const struct block *b, const double *z, const double *a)
{
    memcpy(n->layer[1].z, z, sizeof(double) * EXAMPLES);
    memcpy(n->layer[1].a, a, sizeof(double) * EXAMPLES);
    return backprop_loss(n, b);
}

/* What backprop_gradient gives without dropout for the first block. Returns 0, and has done nothing, for another network, and where a z is so
   large that it takes the general sigmoid. */
static int question_gradient(network *n, double *gradient, const struct block *b, double scale, double *loss)
{
    if (!is_question(n, b))
        return 0;
    const struct layer *hidden = &n->layer[0], *output = &n->layer[1];
    const double *p = n->now.parameters;
    const int biases = hidden->biases >= 0;
    const struct matrix incoming = {p + hidden->weights, UNITS, INPUTS, INPUTS, 1}, outgoing = {p + output->weights, 1, UNITS, UNITS, 1};
    const struct matrix back = {p + output->weights, UNITS, 1, 1, UNITS};
    _Alignas(vec) double z1[UNITS * EXAMPLES], a1[UNITS * EXAMPLES], d1[UNITS * EXAMPLES];
    _Alignas(vec) double z2[EXAMPLES], a2[EXAMPLES], d2[EXAMPLES];
    twice_bits outside = {0};
    kernel_mix(z1, b->x, &incoming, biases ? p + hidden->biases : NULL, EXAMPLES);
    for (int i = 0; i < UNITS * EXAMPLES; i += TWICE)
        *(twice *)(a1 + i) = twice_sigmoid(*(const twice *)(z1 + i), &outside);
    kernel_mix(z2, a1, &outgoing, biases ? p + output->biases : NULL, EXAMPLES);
    for (int i = 0; i < EXAMPLES; i += NN_LANES)
        *(vec *)(a2 + i) = vec_sigmoid(*(const vec *)(z2 + i), (vec_bits *)&outside);
    if (twice_any_outside(outside))
        return 0;
    if (loss)
        *loss += question_loss(n, b, z2, a2);
    for (int i = 0; i < EXAMPLES; i += NN_LANES)
        *(vec *)(d2 + i) = (*(const vec *)(a2 + i) - *(const vec *)(b->y + i)) * scale;
    kernel_mix(d1, d2, &back, NULL, EXAMPLES);
    for (int i = 0; i < UNITS * EXAMPLES; i += NN_LANES)
        *(vec *)(d1 + i) = *(vec *)(d1 + i) * (*(vec *)(a1 + i) * (1.0 - *(vec *)(a1 + i)));
    kernel_outer(gradient + hidden->weights, biases ? gradient + hidden->biases : NULL, d1, b->x, UNITS, INPUTS, EXAMPLES, 1);
    kernel_outer(gradient + output->weights, biases ? gradient + output->biases : NULL, d2, a1, 1, UNITS, EXAMPLES, 1);
    return 1;
}

void backprop_gradient(network *n, double *gradient, const struct block *b, double scale, int first, int dropout, double *loss)
{
    if (first && !dropout && question_gradient(n, gradient, b, scale, loss))
        return;
    backprop_forward(n, n->now.parameters, b, dropout);
    if (loss)
        *loss += backprop_loss(n, b);
    backprop_deltas(n, n->now.parameters, b, scale, dropout);
    add_gradient(n, gradient, b, first, dropout);
}
