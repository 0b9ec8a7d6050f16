/*
 * runs.h: the runs alive, and what every public call begins with: finding its run and checking its arguments.
 */
#ifndef RUNS_H
#define RUNS_H

#include "network.h"

/* The exchange buffer. */
extern double runs_exchange[NN_EXCHANGE_LENGTH];

/* The run with this id, or NULL with the error set. Clears the error otherwise. */
network *runs_find(int32_t id);

/* Takes a run, in a block of malloc's that begins with it, into the list of those alive, and gives it its id. */
void runs_add(network *n);

/* Checks a hidden layer's number and two of its units (from 1; may be the same). */
nn_status runs_check_units(const network *n, int32_t layer, int32_t unit, int32_t other_unit);
nn_status runs_check_parameter(const network *n, int32_t parameter);
nn_status runs_check_before_training(const network *n, const char *what);

#endif
