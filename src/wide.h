/*
 * wide.h: the elementary functions of elementary.h for one machine vector and for two, to be inlined where they are needed: into the loops of
 * math.c and into question.c. functions.c takes their types.
 */
#ifndef WIDE_H
#define WIDE_H

#include "vector.h"

#define ROUNDER 0x1.8p52
#define ROUNDER_BITS 0x4338000000000000u
/* The exponent that 1/2 has in its bits. */
#define EXPONENT_OF_HALF 1022
#define LOG2_E 0x1.71547652b82fep+0
#define LN2_HIGH 0x1.62e42fefa0000p-1
#define LN2_LOW 0x1.cf79abc9e3b3ap-40

/* Up to here e^x and e^-x are normal numbers, so that a power of two is applied by adding to the exponent. */
#define EXP_NORMAL 708.0
/* Half of that range of exponents, and a power of two: so whole arrays are checked by one subtraction each and one mask at the end. */
#define EXP_INSIDE 512

/* Two at a time overlap the long chains of operations of one another, and are as many as a stage's registers hold. gcc takes one: it
   keeps larger vectors in memory. */
#ifdef __clang__
enum { TWICE = 2 * NN_LANES };
#else
enum { TWICE = NN_LANES };
#endif
typedef double twice __attribute__((vector_size(8 * TWICE), may_alias, aligned(8 * NN_LANES)));
typedef int64_t twice_bits __attribute__((vector_size(8 * TWICE), may_alias, aligned(8 * NN_LANES)));
typedef uint64_t twice_unsigned __attribute__((vector_size(8 * TWICE), may_alias, aligned(8 * NN_LANES)));
typedef uint64_t vec_unsigned __attribute__((vector_size(8 * NN_LANES), may_alias));

/* Wide vectors are passed only to functions that are inlined, so no calling convention is involved. */
#pragma GCC diagnostic ignored "-Wpsabi"

#define V vec
#define BITS vec_bits
#define UNSIGNED vec_unsigned
#define NAME(x) vec_##x
#include "elementary.h"
#undef V
#undef BITS
#undef UNSIGNED
#undef NAME
#define V twice
#define BITS twice_bits
#define UNSIGNED twice_unsigned
#define NAME(x) twice_##x
#include "elementary.h"
#undef V
#undef BITS
#undef UNSIGNED
#undef NAME

/* Whether any of the numbers that were or-ed into outside was one that sigmoid cannot do. */
VEC_INLINE int twice_any_outside(twice_bits outside)
{
    vec_bits any = {0};
    for (int part = 0; part < TWICE / NN_LANES; part++)
        any |= ((const vec_bits *)&outside)[part];
    return vec_any(any & ~(2 * (int64_t)EXP_INSIDE - 1));
}

#endif
