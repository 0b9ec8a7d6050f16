/*
 * question.h: the network of the question, 2-2-1 with sigmoids and cross-entropy, on four examples: what people train here more than
 * anything else. Whole steps of it stay in registers. Knows nothing that the general passes do not know better.
 */
#ifndef QUESTION_H
#define QUESTION_H

#include "network.h"

/* Whether this run is that network, under plain gradient descent without penalties. */
int question_fits(const network *n);

/* Takes up to so many steps of a run that fits, with the bits and the samples that train.c would give it, and returns how many: fewer where the
   next one has to go through the general passes, which can do all numbers. Losses of samples are left to those who ask for them. */
int32_t question_train(network *n, int32_t steps);

#endif
