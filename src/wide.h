/*
 * wide.h: the elementary functions for two machine vectors at a time, to be inlined where they are needed: into the loops of math.c and into
 * fast_221.c. Every element is treated alike, so the width changes no bit of a result; it only decides how many chains of operations the
 * processor can overlap. The functions come in stages, so that whole arrays can go through one stage after the other (math.c).
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

/* Two vectors at a time overlap the long chains of operations of one another, and are as many as a stage's registers hold. gcc takes one: it
   keeps larger vectors in memory. */
#ifdef __clang__
enum { WIDE = 2 * NN_LANES };
#else
enum { WIDE = NN_LANES };
#endif

/* Loops over arrays take WIDE elements at a time, without another loop for the vector that may be left: behind every array there is room for it, of
   which nobody reads what they leave there. (Rows padded to two vectors would do, too, but make mini-batches of ten 15 % slower; another loop and
   another copy of each function below makes nothing faster.) */
enum { WIDE_ROOM = 2 * NN_LANES };

typedef double wide __attribute__((vector_size(8 * WIDE), may_alias, aligned(8 * NN_LANES)));
typedef int64_t wide_bits __attribute__((vector_size(8 * WIDE), may_alias, aligned(8 * NN_LANES)));
typedef uint64_t wide_unsigned __attribute__((vector_size(8 * WIDE), may_alias, aligned(8 * NN_LANES)));

/* Wide vectors are passed only to functions that are inlined, so no calling convention is involved. */
#pragma GCC diagnostic ignored "-Wpsabi"

VEC_INLINE wide wide_all(double x)
{
    return x - (wide){0};
}

/* The elements of an array that begin at i, to write to, and those of one that is only read. */
VEC_INLINE wide *wide_at(double *x, int32_t i)
{
    return (wide *)(x + i);
}

VEC_INLINE wide wide_of(const double *x, int32_t i)
{
    return *(const wide *)(x + i);
}

VEC_INLINE wide wide_abs(wide x)
{
    return (wide)((wide_bits)x & INT64_MAX);
}

/* Where the mask of a comparison is set (all ones) a, elsewhere b. */
VEC_INLINE wide wide_select(wide_bits mask, wide a, wide b)
{
    return (wide)((mask & (wide_bits)a) | (~mask & (wide_bits)b));
}

/* The smaller of each x and limit, one machine vector after the other. */
VEC_INLINE wide wide_clamp(wide x, double limit)
{
    for (unsigned part = 0; part < sizeof x / sizeof(vec); part++)
        ((vec *)&x)[part] = vec_at_most(((vec *)&x)[part], limit);
    return x;
}

/* -x = n ln 2 - r for |x| <= EXP_NORMAL; returns r. n stands in the last bits of *power: ROUNDER's plus n. */
VEC_INLINE wide wide_exp_reduce(wide x, wide_bits *power)
{
    wide rounded = x * -LOG2_E + ROUNDER;
    wide n = rounded - ROUNDER;
    *power = (wide_bits)rounded;
    return (x + n * LN2_HIGH) + n * LN2_LOW;
}

/* e^-x = 2^n * above / below: above = q - r p, below = q + r p with p, q the rational minimax of tanh(r/2)/r. The scale 3.25 keeps both
   within one binade, where rounding is least. Returns 2^n * above: n is added to the exponent. */
VEC_INLINE wide wide_exp_ratio(wide r, wide_bits power, wide *below)
{
    wide u = r * r;
    wide p = r * (1.625 + u * (0.045133996506220002 + u * 0.00010739206647229319));
    wide q = 3.25 + u * (0.36110132634576677 + u * 0.0032232279955296873);
    *below = q + p;
    return (wide)((wide_unsigned)(q - p) + ((wide_unsigned)power << 52));
}

/* sigmoid(x) = 1 / (1 + e^-x), in two stages. Where e^-x is 2^n times something with |n| > EXP_INSIDE, and for NaN, it may be wrong, and
   then *outside gets a bit past those that n + EXP_INSIDE has. */
VEC_INLINE wide wide_sigmoid_reduce(wide x, wide_bits *power, wide_bits *outside)
{
    wide r = wide_exp_reduce(x, power);
    *outside |= (wide_bits)((wide_unsigned)*power - (ROUNDER_BITS - EXP_INSIDE));
    return r;
}

VEC_INLINE wide wide_sigmoid_join(wide r, wide_bits power)
{
    wide below;
    wide above = wide_exp_ratio(r, power, &below);
    return below / (below + above);
}

VEC_INLINE wide wide_sigmoid(wide x, wide_bits *outside)
{
    wide_bits power;
    wide r = wide_sigmoid_reduce(x, &power, outside);
    return wide_sigmoid_join(r, power);
}

/* tanh(h) = h + h u rest(u), u = h^2, for |h| up to ln 2 / 4: a polynomial, whose leading term is exact. */
VEC_INLINE wide wide_tanh_rest(wide u)
{
    wide u2 = u * u;
    wide low = -0.33333333333333282 + u * 0.13333333333212813;
    wide middle = -0.053968253499598488 + u * 0.021869421825241465;
    wide high = -0.0088589361767282618 + u * 0.0034639177836132927;
    return low + u2 * (middle + u2 * high);
}

/* tanh(x) = (e^2|x| - 1) / (e^2|x| + 1) with the sign of x, in three stages: 2|x| = n ln 2 + 2h; w = tanh(h); the quotient. At 20 it has long
   been 1. With s = 2^n, numerator s-1 + (s+1)w and denominator s+1 + (s-1)w have no cancellation that costs digits. From n = 3 on the numerator
   is the denominator less 2(1-w), which cancels the rounding of the denominator. Both are halved, and the last bits of *power are the exponent of
   s/2: ROUNDER's, which are 0, plus EXPONENT_OF_HALF plus n. */
VEC_INLINE wide wide_tanh_reduce(wide x, wide_bits *power)
{
    wide size = wide_abs(x);
    size = wide_clamp(size, 20);
    wide rounded = size * (2 * LOG2_E) + (ROUNDER + EXPONENT_OF_HALF);
    wide n = rounded - (ROUNDER + EXPONENT_OF_HALF);
    *power = (wide_bits)rounded;
    return (size - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2);
}

VEC_INLINE wide wide_tanh_half(wide h)
{
    wide u = h * h;
    return h + (h * u) * wide_tanh_rest(u);
}

VEC_INLINE wide wide_tanh_join(wide w, wide_bits power, wide x)
{
    wide half = (wide)((wide_unsigned)power << 52);
    wide denominator = (half + 0.5) + (half - 0.5) * w;
    wide numerator = wide_select(half > 2.0, denominator - (1.0 - w), (half - 0.5) + (half + 0.5) * w);
    return (wide)((wide_bits)(numerator / denominator) | ((wide_bits)x & INT64_MIN));
}

VEC_INLINE wide wide_tanh(wide x)
{
    wide_bits power;
    wide r = wide_tanh_reduce(x, &power);
    return wide_tanh_join(wide_tanh_half(r), power, x);
}

/* ln(1 + e^-|x|) in two stages: e^-|x| reduced; then ln(1 + e) = 2 atanh(t), t = e / (2 + e) <= 1/3, and e = above / below makes t = above /
   (2 below + above): one division. Below e^-708 the result stays there, which adds nothing to any loss. */
VEC_INLINE wide wide_softplus_reduce(wide x, wide_bits *power)
{
    wide size = wide_abs(x);
    size = wide_clamp(size, EXP_NORMAL);
    return wide_exp_reduce(size, power);
}

VEC_INLINE wide wide_softplus_join(wide r, wide_bits power)
{
    wide below;
    wide above = wide_exp_ratio(r, power, &below);
    wide t = above / ((below + below) + above);
    wide u = t * t, u2 = u * u, u4 = u2 * u2;
    wide c01 = 0.66666666666666666886 + u * 0.39999999999999522505, c23 = 0.28571428571600099292 + u * 0.22222222198236770557;
    wide c45 = 0.18181819897962714383 + u * 0.15384543964860549287, c67 = 0.13335178631449255837 + u * 0.1173427906130319746;
    wide c89 = 0.10845178394880014822 + u * 0.074921437955507673008;
    wide series = (c01 + u2 * c23) + u4 * ((c45 + u2 * c67) + u4 * (c89 + u2 * 0.15630577800922850446));
    return (t + t) + (t * u) * series;
}

/* Whether any of the numbers that were or-ed into outside was one that sigmoid cannot do. */
VEC_INLINE int wide_any_outside(wide_bits outside)
{
    vec_bits any = {0};
    for (int part = 0; part < WIDE / NN_LANES; part++)
        any |= ((const vec_bits *)&outside)[part];
    return vec_any(any & ~(2 * (int64_t)EXP_INSIDE - 1));
}

#endif
