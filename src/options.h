/* options.h: the options of training, their ranges and defaults. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "network.h"

/* Every option at its default, nothing frozen, every unit at the learning rate. */
void options_default(network *n);

/* Whether a step is w -= learning rate * gradient over all examples, for every parameter: full-batch gradient descent without clipping,
   dropout, noise, frozen parameters or unit rates. Penalties are part of the gradient. */
int options_are_plain(const network *n);

#endif
