/*
 * math.h: exp, log, sigmoid, tanh and their kin, from additions, multiplications, divisions and square roots alone, which IEEE 754
 * fixes to the bit. So every platform gets the same results, which no C library promises. Measured errors stand in math.c.
 */
#ifndef MATH_H
#define MATH_H

#include "vector.h"

/* Whole arrays; count is a multiple of NN_LANES, the arrays are aligned to a vec and do not overlap. Where count is no multiple of WIDE_ROOM (wide.h),
   up to the next one is read and written. */
void math_sigmoid(double *out, const double *in, int32_t count);
void math_tanh(double *out, const double *in, int32_t count);
/* ln(1 + e^-|x|): what softplus and cross-entropy add to max(x, 0). */
void math_softplus_tail(double *out, const double *in, int32_t count);

/* Single numbers: the same bits as the arrays. */
double math_exp(double x);
double math_log(double x);
double math_sqrt(double x);
/* For |x| up to 1e5: data sets turn angles with them. Within 2 ulp of 1. */
double math_sin(double x);
double math_cos(double x);

/* The bits of a double as an integer, and back. */
uint64_t math_bits(double x);
double math_from_bits(uint64_t bits);

#endif
