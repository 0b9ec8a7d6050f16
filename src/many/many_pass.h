/* many_pass.h: forward and backward for one batch of all runs side by side. */
#ifndef MANY_PASS_H
#define MANY_PASS_H

#include "many/many.h"

/* m->gradient = that of a batch of so many examples (all of them, or the order's next), for every run. */
void many_pass_gradient(const network *n, many *m, int32_t size);

#endif
