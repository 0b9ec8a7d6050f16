/* train.h: sums over all examples, for those who look at the whole training objective. */
#ifndef TRAIN_H
#define TRAIN_H

#include "network.h"

/* Mean data loss with these parameters, over all examples. */
double train_loss(network *n, const double *parameters);

/* n->gradient = the gradient of the training objective over all examples, without dropout, clipping and noise. */
void train_gradient(network *n);

#endif
