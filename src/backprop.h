/*
 * backprop.h: the forward pass, the loss and the backward pass of one block of examples. Knows parameters and blocks; nothing of
 * steps, batches or history.
 */
#ifndef BACKPROP_H
#define BACKPROP_H

#include "network.h"

/* A block of examples: x [inputs][columns], y [outputs][columns], columns = network_columns(examples), the columns past `examples` zero. */
struct block {
    const double *x, *y;
    int32_t examples, columns;
};

/* Block number `number` of the run's data (0-based), and how many there are. */
struct block backprop_block(const network *n, int32_t number);
int32_t backprop_blocks(const network *n);

/* z and a of every layer for the block's x, with these parameters. With dropout, a layer's mask has been drawn before. */
void backprop_forward(network *n, const double *parameters, const struct block *b, int dropout);

/* After a forward pass: the sum of the block's losses (not yet a mean over examples or outputs). */
double backprop_loss(network *n, const struct block *b);

/* After a forward pass: d = scale * d(sum of the block's losses)/dz of every layer. */
void backprop_deltas(network *n, const double *parameters, const struct block *b, double scale, int dropout);

/* All of it for one block with the present parameters: gradient [parameters] = (first ? 0 : gradient) + scale times the gradient of the sum
   of the block's losses. loss, where it is not NULL, grows by that sum. With dropout, the masks have been drawn before. */
void backprop_gradient(network *n, double *gradient, const struct block *b, double scale, int first, int dropout, double *loss);

#endif
