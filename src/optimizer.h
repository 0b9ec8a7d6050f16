/* optimizer.h: from a gradient to the next parameters. */
#ifndef OPTIMIZER_H
#define OPTIMIZER_H

#include "network.h"

/* Adds the penalties' gradient to a data gradient, at these parameters. */
void optimizer_add_penalties(const network *n, double *gradient, const double *parameters);
/* The penalties' part of the objective. */
double optimizer_penalty(const network *n, const double *parameters);
/* Fills n->made from n->now and n->gradient (penalties included), clipped, noisy, frozen as the options say.
   Returns 1, or 0 where a parameter would leave its range or be NaN. */
int optimizer_make(network *n);

/* 1 - beta^steps, by squaring: the same operations on every platform, unlike pow. */
double optimizer_bias_correction(double beta, int64_t steps);

#endif
