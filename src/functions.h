/*
 * functions.h: one row for each activation and each loss, value and derivatives side by side. Adding one is adding a row, its name in the
 * experiment format and its value in nn.h's enum. Knows nothing of networks.
 */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include "nn.h"

/* Arrays have `count` elements, a multiple of NN_LANES, and room up to the next multiple of WIDE_ROOM (wide.h); they are aligned to a vec. */
struct activation {
    const char *name;
    void (*value)(double *a, const double *z, int32_t count);                  /* a = g(z) */
    void (*chain)(double *d, const double *z, const double *a, int32_t count); /* d *= g'(z) */
    double (*second)(double z, double a);                                      /* g''(z), for firmness; 0 at a kink */
};

struct loss {
    const char *name;
    void (*value)(double *j, const double *z, const double *a, const double *y, int32_t count); /* each output's loss */
    /* d = scale * dJ/dz, through the output activation g. */
    void (*delta)(double *d, const double *z, const double *a, const double *y, double scale, const struct activation *g, int32_t count);
    int per_output; /* 1: the mean over outputs, 0: their sum */
};

/* NULL past the last. */
const struct activation *activation_row(int32_t kind);
const struct loss *loss_row(int32_t kind);

#endif
