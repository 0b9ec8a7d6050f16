/* options.h: the options of training, their ranges and defaults. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "network.h"

/* Every option at its default, nothing frozen, every unit at the learning rate. */
void options_default(network *n);

/* Whether a step is w -= learning rate * gradient over all examples, for every parameter: full-batch gradient descent without clipping,
   dropout, noise, frozen parameters or unit rates. Penalties are part of the gradient. */
int options_are_plain(const network *n);

/* How many examples a step takes: all of them at the most. */
static inline int32_t options_batch_size(const network *n)
{
    double size = n->options[NN_BATCH_SIZE];
    return size == 0 || size > n->examples ? n->examples : (int32_t)size;
}

#endif
