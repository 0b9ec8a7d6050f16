/*
 * many.h: the private object of runs side by side. Where a network has a number for each run, runs stand next to one another: NN_LANES of them are
 * one vector, so that a vector is NN_LANES runs at the same example, where elsewhere it is NN_LANES examples of the same run.
 */
#ifndef MANY_H
#define MANY_H

#include "layout.h"

/* The arrays of a pass are [units][vectors][columns][NN_LANES]: for each vector of runs a row of columns, a column an example of the chunk. */
struct many_layer {
    double *z, *a, *d, *kept; /* as in struct layer; kept: hidden layers only */
    double *mask;             /* [units][BLOCK], the same for all runs */
};

/* [parameters][lanes] each */
struct many_state {
    double *parameters, *first, *second;
};

typedef struct many {
    int32_t id;                   /* of the run that they are like */
    int32_t runs, lanes, vectors; /* lanes: runs padded to whole vectors of them, `vectors` */
    int32_t chunk;                /* the most examples that go through the network together: an even part of a block */

    struct many_layer layer[MAX_LAYERS];
    double *x;       /* [inputs][chunk], gathered of a mini-batch */
    double *y;       /* the targets of one chunk of a mini-batch, or of all chunks of the data one after the other */
    int32_t y_known; /* of the data, so many examples' stand there */
    int32_t *order;  /* [examples] */

    struct many_state now, made;
    double *gradient; /* [parameters][lanes] */
    double *zeros;    /* [lanes] */
    double *partial;  /* [parameters][2][lanes]: the sums over the odd and the even examples of the present block so far */
    double *last;     /* [parameters][lanes], of runs that have stopped */
    int32_t *stopped; /* [lanes] */
    double *steps;    /* [lanes], of runs that have stopped */

    int64_t step;
    int is_fast;             /* many_221.c takes the steps */
    int32_t position, alive; /* alive: runs that have not stopped */
    struct random shuffle, dropout, noise;
} many;

#endif
