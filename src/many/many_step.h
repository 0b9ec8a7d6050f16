/* many_step.h: from the gradients of all runs to their next parameters. */
#ifndef MANY_STEP_H
#define MANY_STEP_H

#include "many/many.h"

/* Fills m->made from m->now and m->gradient, which gets penalties first. A run whose next parameters would leave their range or be NaN stops: the
   present ones go to m->last, and from now on it is a run of zeros, of which nobody hears. */
void many_step_make(const network *n, many *m);

#endif
