/*
 * objective.h: what training makes small, over all examples: the mean loss, and the penalties on weights. For those who look at the whole of
 * it; a step of training adds up its own batch (train.c).
 */
#ifndef OBJECTIVE_H
#define OBJECTIVE_H

#include "network.h"

/* Outputs that a loss is averaged over: all of them, or 1 where it is their sum. */
double objective_outputs(const network *n);

/* Mean data loss with these parameters, over all examples. */
double objective_loss(network *n, const double *parameters);

/* n->gradient = the gradient of the mean data loss at the present parameters, without dropout. *loss, where it is not NULL, gets that loss, for
   the forward pass that is made anyway: the same bits as objective_loss. */
void objective_data_gradient(network *n, double *loss);

/* n->gradient = the gradient of the whole objective at the present parameters: the same with penalties. */
void objective_gradient(network *n);

/* NN_KINK, with its sentence, where the objective has no derivative at the present parameters: in some example a kinked activation stands exactly
   at z = 0, and its unit has a bias or an input other than 0, so that z would move. Else NN_OK. */
nn_status objective_check_smooth(network *n);

#endif
