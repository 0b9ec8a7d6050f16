/*
 * layout.h: where things stand: parameters among the parameters, examples in their spans. Every formula of an offset is here, once.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "network.h"

enum {
    BLOCK = 72,        /* examples that are summed before their sum is added to the rest. Not a power of two: rows of 576 bytes, or of a few
                          times that, spread over the cache; rows of 512 share an eighth of it */
    SPAN_VALUES = 1024 /* at most so many numbers of each kind (z, a, d) a pass over a span has, 24 KB in all, unless one block has more */
};

_Static_assert((int)BLOCK >= (int)NN_MAX_ROWS && (int)BLOCK % NN_LANES == 0, "a span holds the rows of a prediction, in whole vectors");

/* ---- parameters ---- */

/* Numbers the parameters of a network whose inputs, outputs and layers are set: layer by layer, weights row by row, then biases (with `bias`).
   hidden_units [layers - 1] are whole numbers. */
void layout_number_parameters(network *n, const double *hidden_units, int bias);

/* Index of a weight among the parameters; unit and input count from 0. */
int32_t layout_weight(const struct layer *l, int32_t unit, int32_t input);

/* A layer's biases in a list of all parameters, or NULL where it has none. */
const double *layout_biases(const struct layer *l, const double *parameters);

/* Parameter number `number` (from 0) of a unit of hidden layer k (from 0), in a fixed order: incoming weights, bias, outgoing weights; and how many
   there are. */
int32_t layout_unit_parameter(const network *n, int32_t k, int32_t unit, int32_t number);
int32_t layout_unit_parameters(const network *n, int32_t k);

/* ---- examples ---- */

/* Up to n->span examples: x [inputs][columns], y [outputs][columns], columns = layout_columns(examples), the columns past `examples` zero. */
struct span {
    const double *x, *y;
    int32_t examples, columns;
};

/* Columns that so many examples of a span take, padding included. */
static inline int32_t layout_columns(int32_t examples)
{
    return (examples + NN_LANES - 1) / NN_LANES * NN_LANES;
}

/* How many examples go through a network together: chooses n->span. The network's layers and examples are set. */
void layout_choose_span(network *n);

/* Span number `number` of the run's data (0-based), and how many there are. */
struct span layout_span(const network *n, int32_t number);
int32_t layout_spans(const network *n);

/* Where an example stands in the run's data: row r of it at values[begin * rows + r * columns + column], rows being inputs or outputs. */
struct place {
    int32_t begin, column, columns;
};

/* Called for every example of every mini-batch, and so to be inlined. */
static inline struct place layout_place(const network *n, int32_t example)
{
    int32_t column = example % n->span, begin = example - column, rest = n->examples - begin;
    return (struct place){begin, column, rest < n->span ? layout_columns(rest) : n->span};
}

static inline ptrdiff_t layout_first_row(struct place p, int32_t rows)
{
    return (ptrdiff_t)p.begin * rows + p.column;
}

#endif
