/* options.h: the options of training, their ranges and defaults. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "network.h"

/* Every option at its default, nothing frozen, every unit at the learning rate. */
void options_default(network *n);

#endif
