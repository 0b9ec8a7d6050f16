/* history.h: a bounded record of the whole run. */
#ifndef HISTORY_H
#define HISTORY_H

#include "network.h"

/* Samples that fit for so many parameters. */
int32_t history_capacity(int32_t parameter_count);

/* Empties the record: the next step to be sampled is step 0. */
void history_clear(network *n);

/* Forgets a sample of the present step (there is one after a step that was not taken), for whoever changes its parameters or its loss. */
void history_forget_present(network *n);

/* Steps from the present one to the next that is to be sampled; 0: the present one is. */
int64_t history_steps_to_sample(const network *n);

/* Takes a sample of the present step, with its loss where the caller knows it, else NaN; only when it is due. */
void history_record(network *n, double loss);

/* Takes this step's sample, and no other until the history is cleared. */
void history_stop(network *n);

#endif
