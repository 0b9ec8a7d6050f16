/* random.h: seeded random numbers and the initialization schemes. Knows nothing of training. */
#ifndef RANDOM_H
#define RANDOM_H

#include "nn.h"

/* SplitMix64 (Steele, Lea and Flood 2014): a counter and a mixing function; the whole state is one number. */
struct random {
    uint64_t state;
};

/* What random numbers are drawn for: each purpose has its own stream, so that the same seed for two of them is no coincidence. */
typedef enum random_purpose { RANDOM_WEIGHTS, RANDOM_DATA, RANDOM_SHUFFLE, RANDOM_DROPOUT, RANDOM_NOISE } random_purpose;

struct random random_seed(uint32_t seed, random_purpose purpose);
uint64_t random_bits(struct random *r);
/* In [0, 1), 53 bits. */
double random_uniform(struct random *r);
/* Mean 0, standard deviation 1: Marsaglia's polar method, the second value of each pair unused. */
double random_normal(struct random *r);
/* 0..below-1, below up to 2^31: the high half of 32 random bits times below (bias under below / 2^32). */
int32_t random_below(struct random *r, int32_t below);
/* Puts numbers in another order. */
void random_shuffle(struct random *r, int32_t *numbers, int32_t count);

/* One weight of a layer with so many incoming and outgoing connections a unit. */
double random_weight(struct random *r, nn_scheme scheme, double value, double scale, int32_t incoming, int32_t outgoing);

#endif
