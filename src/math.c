/*
 * math.c: elementary functions with the same bits everywhere.
 *
 * All begin with the reduction of Cody and Waite (1980): x = n ln 2 + r, |r| <= ln 2 / 2, with n found by adding 1.5 * 2^52, whose
 * last bits then hold it, and ln 2 in two parts of which n times the first is exact. Then e^r = (1 + w) / (1 - w) with
 * w = tanh(r/2), so that sigmoid and tanh need the one division they end with and no other. The coefficients are near-minimax fits
 * (interpolation at Chebyshev nodes in r^2, in 60 digits). Worst errors measured against a high-precision reference
 * (tests/src/math.test.js): exp 0.91 ulp, log 0.84, sigmoid 2.37, tanh 2.39.
 */
#include "math.h"

#include <string.h>

#include "nn.h"
#include "wide.h"

uint64_t math_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

double math_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

double math_sqrt(double x)
{
    return __builtin_sqrt(x);
}

/* Any x: past EXP_NORMAL the result is 1, or e^x with its denormals. */
static double sigmoid_anywhere(double x)
{
    wide_bits outside = {0};
    return x > EXP_NORMAL ? 1 : x < -EXP_NORMAL ? math_exp(x) : wide_sigmoid(wide_all(x), &outside)[0];
}

/*
 * Whole arrays go through a function stage by stage, a chunk at a time: a function in one piece wants wide as many registers as there are,
 * and what does not fit goes through memory in the middle of its chain of operations. What is between two stages stands side by side, so that
 * a loop has one place in it to keep.
 */
enum { CHUNK = 256 };
struct between {
    wide r;
    wide_bits power;
};

/* Where the chunk that begins at `from` ends. */
static int32_t chunk_end(int32_t from, int32_t count)
{
    return count - from < CHUNK ? count : from + CHUNK;
}

void math_sigmoid(double *out, const double *in, int32_t count)
{
    struct between chunk[CHUNK / WIDE], *b;
    wide_bits outside = {0};
    for (int32_t from = 0, to, i; from < count; from = to) {
        to = chunk_end(from, count);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            b->r = wide_sigmoid_reduce(wide_of(in, i), &b->power, &outside);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            *wide_at(out, i) = wide_sigmoid_join(b->r, b->power);
    }
    if (wide_any_outside(outside))
        for (int32_t i = 0; i < count; i++)
            out[i] = sigmoid_anywhere(in[i]);
}

void math_tanh(double *out, const double *in, int32_t count)
{
    struct between chunk[CHUNK / WIDE], *b;
    for (int32_t from = 0, to, i; from < count; from = to) {
        to = chunk_end(from, count);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            b->r = wide_tanh_reduce(wide_of(in, i), &b->power);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            b->r = wide_tanh_half(b->r);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            *wide_at(out, i) = wide_tanh_join(b->r, b->power, wide_of(in, i));
    }
}

void math_softplus_tail(double *out, const double *in, int32_t count)
{
    struct between chunk[CHUNK / WIDE], *b;
    for (int32_t from = 0, to, i; from < count; from = to) {
        to = chunk_end(from, count);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            b->r = wide_softplus_reduce(wide_of(in, i), &b->power);
        for (i = from, b = chunk; i < to; i += WIDE, b++)
            *wide_at(out, i) = wide_softplus_join(b->r, b->power);
    }
}

/* With h = r/2, e^r = 1 + r + r (u rest + w) / (1 - w): the large terms, 1 and r, enter unrounded, r in its two parts.
   Powers of two past the range of normal numbers are applied in two steps, the first exact. */
double math_exp(double x)
{
    if (x != x)
        return x;
    if (x > 709.79)
        return math_from_bits(0x7ff0000000000000);
    if (x < -745.14)
        return 0;
    double n = (x * LOG2_E + ROUNDER) - ROUNDER;
    double high = x - n * LN2_HIGH, low = n * LN2_LOW, r = high - low, h = 0.5 * r, u = h * h;
    double rest = wide_tanh_rest(wide_all(u))[0];
    double w = h + (h * u) * rest;
    double power = 1 + (high + (r * (u * rest + w) / (1 - w) - low));
    int64_t half = (int64_t)n / 2, other_half = (int64_t)n - half;
    return power * math_from_bits((uint64_t)(half + 1023) << 52) * math_from_bits((uint64_t)(other_half + 1023) << 52);
}

/* x = 2^k m, m in [sqrt(1/2), sqrt(2)); with f = m - 1 and s = f / (2 + f), ln m = 2 atanh(s), written f - (f^2/2 - s (f^2/2 + R))
   so that the leading f is not rounded (the arrangement of fdlibm's log, with a fit of our own). */
double math_log(double x)
{
    if (!(x > 0))
        return x == 0 ? math_from_bits(0xfff0000000000000) : math_from_bits(0x7ff8000000000000);
    if (x > 1.7976931348623157e308)
        return x;
    int64_t k = 0;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        k = -54;
    }
    uint64_t bits = math_bits(x) + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd);
    k += (int64_t)(bits >> 52) - 1023;
    double m = math_from_bits((bits & 0x000fffffffffffff) + 0x3fe6a09e667f3bcd);
    double f = m - 1, s = f / (2 + f), u = s * s, u2 = u * u;
    double series = (0.66666666666666696929 + u * 0.39999999999899310681) +
                    u2 * ((0.28571428626063380364 + u * 0.22222211120449298486) +
                          u2 * ((0.18182890170313970214 + u * 0.15331686868638428253) + u2 * 0.14616878919029820754));
    double half_square = 0.5 * f * f, n = (double)k;
    return n * LN2_HIGH - ((half_square - (s * (half_square + u * series) + n * LN2_LOW)) - f);
}

/* x = n pi/2 + r, |r| <= pi/4; returns r and puts n. */
static double quarter_turns(double x, int64_t *n)
{
    double turns = (x * 0x1.45f306dc9c883p-1 + ROUNDER) - ROUNDER;
    *n = (int64_t)turns;
    return (x - turns * 0x1.921fb54400000p+0) - turns * 0x1.0b4611a626331p-34;
}

static double sine_series(double r)
{
    double u = r * r;
    double series =
        2.7557319219339166518e-6 + u * (-2.5052106232447577328e-8 + u * (1.6058531618986146836e-10 + u * -7.5866971177069179847e-13));
    return r + r * u * (-0.16666666666666666666 + u * (0.0083333333333333314921 + u * (-0.00019841269841265064947 + u * series)));
}

static double cosine_series(double r)
{
    double u = r * r;
    double series =
        -2.7557319221402824394e-7 + u * (2.0876755791080423807e-9 + u * (-1.1470460887609959107e-11 + u * 4.7458719020432915366e-14));
    return 1 -
           (0.5 * u - u * u * (0.041666666666666666666 + u * (-0.0013888888888888887865 + u * (0.000024801587301584646428 + u * series))));
}

double math_sin(double x)
{
    int64_t n;
    double r = quarter_turns(x, &n);
    double size = n & 1 ? cosine_series(r) : sine_series(r);
    return n & 2 ? -size : size;
}

double math_cos(double x)
{
    int64_t n;
    double r = quarter_turns(x, &n);
    double size = n & 1 ? sine_series(r) : cosine_series(r);
    return (n + 1) & 2 ? -size : size;
}

double nn_exp(double x)
{
    return math_exp(x);
}

double nn_log(double x)
{
    return math_log(x);
}

double nn_sigmoid(double x)
{
    return sigmoid_anywhere(x);
}

double nn_tanh(double x)
{
    return wide_tanh(wide_all(x))[0];
}
