/*
 * objective.h: what training makes small, over all examples: the mean loss, and the penalties on weights. For those who look at the whole of
 * it; a step of training adds up its own batch (train.c).
 */
#ifndef OBJECTIVE_H
#define OBJECTIVE_H

#include "network.h"

/* Outputs that a loss is averaged over: all of them, or 1 where it is their sum. */
double objective_outputs(const network *n);

/* Mean data loss with these parameters, over all examples; at once where they are those of the last call, unless it was forgotten since. Beside
   it, in l->dead, which hidden units give the same number in every example. */
double objective_loss(network *n, const double *parameters);

/* Works on it for up to *examples examples, which are counted down, and in whole spans; returns whether it is there. */
int objective_loss_part(network *n, const double *parameters, int32_t *examples);

/* The mean that such a sum over all examples is for. */
double objective_mean(const network *n, double sum);

/* Parameters, data or options are others, or n->gradient is: what is there, or under way, is begun again. */
void objective_forget(network *n);
void objective_forget_gradient(network *n);

/* NN_KINK, with its sentence, where the objective has no derivative at the present parameters: in some example a kinked activation stands exactly
   at z = 0, and its unit has a bias or an input other than 0, so that z would move. Else NN_OK. */
nn_status objective_check_smooth(network *n);

#endif
