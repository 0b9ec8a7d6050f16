/*
 * backprop.h: the forward pass, the loss and the backward pass of one span: the examples that go through the network together. Knows
 * parameters and spans; nothing of steps, batches or history.
 */
#ifndef BACKPROP_H
#define BACKPROP_H

#include "layout.h"

/* z and a of every layer for the span's x, with these parameters. With dropout, a layer's mask has been drawn before. */
void backprop_forward(network *n, const double *parameters, const struct span *s, int dropout);

/* After a forward pass: adds the span's losses to *sum, block by block (not yet a mean over examples or outputs). */
void backprop_add_loss(network *n, const struct span *s, double *sum);

/* After a forward pass: d = scale * d(sum of the span's losses)/dz of every layer. */
void backprop_deltas(network *n, const double *parameters, const struct span *s, double scale, int dropout);

/* All of it for one span with the present parameters: gradient [parameters] = (first ? 0 : gradient) + scale times the gradient of the sum
   of the span's losses. *loss, where it is not NULL, grows by that sum. With dropout, the masks have been drawn before. */
void backprop_gradient(network *n, double *gradient, const struct span *s, double scale, int first, int dropout, double *loss);

#endif
