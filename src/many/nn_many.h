/*
 * nn_many.h: many runs of one network side by side, for sweeps over seeds: what engine-many.wasm has beside all that nn.h declares. The runs
 * share data, options and the order of mini-batches with a run of nn.h, differ in their first parameters alone, and keep no history. Each
 * gets the bits that it would get alone.
 *
 *   nn_many_begin(run, 2);
 *   nn_many_seeds(run, ..., seed, ...);               or for each place, by whatever functions of nn.h:
 *   nn_initialize(run, ..., seed, ...); nn_many_put(run, 0); ...
 *   nn_many_train(run, 1000);
 *   nn_many_outcomes(run, 0, 2);                      or one by one:
 *   nn_many_get(run, 0); nn_many_outcome(run); ...    the run is now as the first of them is
 *   nn_many_end();
 */
#ifndef NN_MANY_H
#define NN_MANY_H

#include "nn.h"

enum { NN_MANY_MOST = 64 /* runs side by side */ };

/* How many runs side by side of this run's network train fastest: an even number, 2 to NN_MANY_MOST. 0: one after the other by nn_train, since the
   network is so large that it gains nothing here; 0 for a bad id, too. */
NN_API int32_t nn_many_fitting(int32_t id);

/* Up to its next nn_reset or nn_keep_start the run keeps no history, and so trains as fast as those side by side do. Only before the first step
   (NN_BAD_STATE). */
NN_API nn_status nn_many_unrecorded(int32_t id);

/* Makes room for so many runs (1..NN_MANY_MOST) like this one, all of them at step 0 with all parameters 0, and returns how many. What was begun
   before is ended. 0: NN_BAD_ARGUMENT, NN_NO_MEMORY. */
NN_API int32_t nn_many_begin(int32_t id, int32_t runs);

/* The present parameters of the run become the start of one of those side by side, counted from 0. Only before the first nn_many_train
   (NN_BAD_STATE), as in all that follows: of the run that was begun with. */
NN_API nn_status nn_many_put(int32_t id, int32_t place);

/* All of those side by side get their starts by nn_initialize, each from the seed behind that of the one before it. In exchange[0..]: of each 1 where two
   units of a hidden layer may look alike, since their first weights differ by at most `near` times its largest parameter, else 0. Returns how many
   there are, 0 where it fails. */
NN_API int32_t nn_many_seeds(int32_t id, int32_t scheme, uint32_t seed, double value, double scale, double near);

/* Takes up to `steps` (>= 0) updates of each. One whose next step would not stay finite stops, as in nn_train, and the others go on. */
NN_API nn_status nn_many_train(int32_t id, int32_t steps);

/* The run gets parameters, step and nn_stopped of one of those side by side, to be looked at: its history is empty, and to train on from there it has
   neither the optimizer's memory nor the place among the mini-batches. nn_reset brings its own start back. */
NN_API nn_status nn_many_get(int32_t id, int32_t place);

/* What came of the run, as it stands, in exchange[0..]: the step, 1 where it has stopped, the loss, how many examples it gets right (every output on the
   side of 0.5 that its target is on; -1 where there are targets other than 0 and 1), the halves of its fingerprint, high and low; and of each hidden
   layer: what nn_ties returns, what nn_likeness returns, the two units that are nearest to each other with their distance (0, 0, 0: it has one), and
   then the numbers of nn_likeness. Returns how many numbers, 0 for a bad id. */
NN_API int32_t nn_many_outcome(int32_t id);

/* nn_many_get and nn_many_outcome of so many of those side by side, from a place on: what the latter gives, one after the other, in exchange[0..]; more
   than fit there are refused. Returns how many numbers, 0 where it fails. */
NN_API int32_t nn_many_outcomes(int32_t id, int32_t place, int32_t runs);

/* Frees what nn_many_begin made. */
NN_API nn_status nn_many_end(void);

#endif
