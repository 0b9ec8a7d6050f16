/*
 * network.h: the private run object. network.c makes and frees it in one allocation, finds it by id, and holds the formulas of parameters;
 * what is computed with it stands in the other files.
 */
#ifndef NETWORK_H
#define NETWORK_H

#include <stddef.h>

#include "functions.h"
#include "nn.h"
#include "random.h"
#include "vector.h"

enum {
    BLOCK = 72,              /* examples that are summed before their sum is added to the rest. Not a power of two: rows of 576 bytes, or of a few
                                times that, spread over the cache; rows of 512 share an eighth of it */
    SPAN_VALUES = 1024,      /* at most so many numbers of each kind (z, a, d) a pass over a span has, 24 KB in all, unless one block has more */
    MAX_LAYERS = NN_MAX_HIDDEN_LAYERS + 1,
    OPTIONS = NN_NOISE_SEED + 1
};

_Static_assert((int)BLOCK >= (int)NN_MAX_ROWS && BLOCK % NN_LANES == 0, "a span holds the rows of a prediction, in whole vectors");

/* A layer of units with their incoming weights. The arrays of a pass are [units][columns], a column an example of the span. */
struct layer {
    int32_t units, inputs;
    int32_t weights, biases; /* index of W[0][0] and of b[0] among the parameters; biases -1: none */
    int32_t first_weight, first_bias; /* the number of the layer's first weight (w1: 1) and bias */
    const struct activation *g;
    double *z, *a, *d;       /* d: dJ/dz in a backward pass */
    double *kept, *mask;     /* under dropout: a times mask, and the mask (0 or 1 / (1 - rate)); hidden layers only */
};

/* What a step changes and a step that would not stay finite must not: two of them, the present one and the one being made. */
struct state {
    double *parameters, *first, *second; /* first and second: the optimizer's memory, [stride] each */
};

/* The recorder's private data; history.c alone looks inside. */
struct history {
    int32_t capacity, count;
    int64_t every;           /* samples are taken at multiples of this step */
    double *steps, *losses, *parameters;
};

typedef struct network {
    struct network *next;    /* in the list of runs alive */
    int32_t id;
    size_t bytes;

    int32_t inputs, outputs, layers, examples; /* layers: hidden ones and the output */
    int32_t span;            /* the most examples that go through the network together: whole blocks */
    int32_t parameter_count, stride;           /* stride: parameter_count padded to a whole number of vectors */
    const struct loss *loss;
    struct layer layer[MAX_LAYERS];

    double *x, *y;           /* spans of [inputs][columns] and [outputs][columns] */
    double *batch_x, *batch_y; /* one gathered span */
    double *output_loss;     /* [outputs][columns] */
    int32_t *order;          /* [examples], the order of mini-batches */

    double options[OPTIONS];
    double *frozen;          /* [stride], 1 where frozen */
    double *rate;            /* [stride], learning-rate factors */
    int rates_differ, any_frozen;

    struct state now, made;
    double *start;           /* [stride] */
    double *gradient;        /* [stride] */
    int64_t step;
    int32_t position;        /* where the next mini-batch begins in order */
    int stopped;
    struct random shuffle, dropout, noise;
    struct history history;
} network;

/* The run with this id, or NULL with the error set. Clears the error otherwise. */
network *network_find(int32_t id);

/* Checks a hidden layer's number and two of its units (from 1; may be the same). */
nn_status network_check_units(const network *n, int32_t layer, int32_t unit, int32_t other_unit);
nn_status network_check_parameter(const network *n, int32_t parameter);
nn_status network_check_before_training(const network *n, const char *what);

/* Columns that so many examples of a span take, padding included. */
int32_t network_columns(int32_t examples);

/* Index of a weight or bias among the parameters; unit and input count from 0. */
int32_t network_weight(const struct layer *l, int32_t unit, int32_t input);

/* Parameter number `number` (from 0) of a unit of hidden layer k (from 0), in a fixed order: incoming weights, bias, outgoing weights; and how many
   there are. */
int32_t network_unit_parameter(const network *n, int32_t k, int32_t unit, int32_t number);
int32_t network_unit_parameters(const network *n, int32_t k);

/* The exchange buffer. */
extern double network_exchange[NN_EXCHANGE_LENGTH];

#endif
