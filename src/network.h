/*
 * network.h: the private run object, and nothing that is done with it: layout.c has the formulas of where things stand in it, create.c makes
 * it, runs.c finds and frees it.
 */
#ifndef NETWORK_H
#define NETWORK_H

#include <stddef.h>

#include "functions.h"
#include "nn.h"
#include "random.h"
#include "vector.h"

enum { MAX_LAYERS = NN_MAX_HIDDEN_LAYERS + 1, OPTIONS = NN_NOISE_SEED + 1 };

/* A layer of units with their incoming weights. The arrays of a pass are [units][columns], a column an example of the span. */
struct layer {
    int32_t units, inputs;
    int32_t weights, biases;          /* index of W[0][0] and of b[0] among the parameters; biases -1: none */
    int32_t first_weight, first_bias; /* the number of the layer's first weight (w1: 1) and bias */
    const struct activation *g;
    double *z, *a, *d;   /* d: dJ/dz in a backward pass */
    double *kept, *mask; /* under dropout: a times mask, and the mask (0 or 1 / (1 - rate)); hidden layers only */
    double *first,
        *dead; /* [units], of the last pass for a loss: a in the first example, and 1 where it is that in all; hidden layers only */
};

/* What a step changes and a step that would not stay finite must not: two of them, the present one and the one being made. */
struct state {
    double *parameters, *first, *second; /* first and second: the optimizer's memory, [stride] each */
};

/* The recorder's private data; history.c alone looks inside. */
struct history {
    int32_t capacity, count;
    int64_t every; /* samples are taken at multiples of this step */
    double *steps, *losses, *parameters;
};

/* Sums over examples that may be made in parts, and how far they are: the example, or for a batch the place in the order, that comes next. They are
   forgotten whenever parameters, data or options change (objective_forget). */
struct loss_pass {
    const double *parameters; /* of which it is the loss; NULL: of none */
    int32_t next;
    double sum;
};
enum gradient_of { OF_NOTHING, OF_ALL, OF_BATCH };
struct gradient_pass {
    enum gradient_of of; /* what n->gradient is the gradient of: the mean data loss, or the present batch's, with dropout */
    int32_t next;
    double loss;           /* the sum of the losses, NaN where it is not asked for */
    struct random dropout; /* the generator as it was before */
};

typedef struct network {
    struct network *next; /* in the list of runs alive */
    int32_t id;
    size_t bytes;

    int32_t inputs, outputs, layers, examples; /* layers: hidden ones and the output */
    int32_t span;                              /* the most examples that go through the network together: whole blocks */
    int32_t parameter_count, stride;           /* stride: parameter_count padded to a whole number of vectors */
    const struct loss *loss;
    struct layer layer[MAX_LAYERS];

    double *x, *y;             /* spans of [inputs][columns] and [outputs][columns] */
    double *batch_x, *batch_y; /* one gathered span */
    double *output_loss;       /* [outputs][columns] */
    int32_t *order;            /* [examples], the order of mini-batches */

    double options[OPTIONS];
    double *frozen; /* [stride], 1 where frozen */
    double *rate;   /* [stride], learning-rate factors */
    int rates_differ, any_frozen;

    struct state now, made;
    double *start;    /* [stride] */
    double *trial;    /* [stride], of nn_trial_loss */
    double *gradient; /* [stride] */
    int64_t step;
    int32_t position; /* where the next mini-batch begins in order */
    int stopped;
    struct random shuffle, dropout, noise;
    struct history history;
    struct loss_pass loss_pass;
    struct gradient_pass gradient_pass;
} network;

#endif
