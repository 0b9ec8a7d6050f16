/* many_221.h: the fast path for 2-2-1 with many runs side by side. */
#ifndef MANY_221_H
#define MANY_221_H

#include "many/many.h"

/* m->made = up to so many steps from m->now, for a run that fast_221_fits. Returns how many; 0: some parameter was so large on the way that the
   general path has to take them, and nothing is changed. */
int32_t many_221_make(const network *n, const many *m, int32_t steps);

#endif
