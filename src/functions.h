/*
 * functions.h: one row for each activation and each loss, value and derivatives side by side. Adding one is adding a row, its name in the
 * experiment format and its value in nn.h's enum. Knows nothing of networks.
 */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include "nn.h"

/* Arrays have `count` elements, a multiple of NN_LANES, and room up to the next multiple of WIDE_ROOM (wide.h); they are aligned to a vec. */
enum shape {
    SMOOTH, /* differentiable everywhere, and not odd */
    ODD,    /* the same, and g(-z) = -g(z) to the bit: a unit with all incoming weights and its bias negated is a mirror image */
    KINKED  /* no derivative at z = 0, in the usual sense */
};

struct activation {
    const char *name;
    void (*value)(double *a, const double *z, int32_t count);                  /* a = g(z) */
    void (*chain)(double *d, const double *z, const double *a, int32_t count); /* d *= g'(z) */
    double (*second)(double z, double a);                                      /* g''(z), for firmness; 0 at a kink */
    enum shape shape;
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
