/*
 * fast_221.h: the fast path for 2-2-1 with sigmoids and cross-entropy on four examples, the network that people train here more than any
 * other. Whole steps of it stay in registers. Knows nothing that the general passes do not know better.
 */
#ifndef FAST_221_H
#define FAST_221_H

#include "network.h"

/* Whether this run is that network, under plain gradient descent without penalties. */
int fast_221_fits(const network *n);

/* Takes up to so many steps of a run that fits, with the bits and the samples that train.c would give it, and returns how many: fewer where the
   next one has to go through the general passes, which can do all numbers. Losses of samples are left to those who ask for them. */
int32_t fast_221_train(network *n, int32_t steps);

#endif
