/*
 * functions.c: the activations and losses. Every loop treats every element alike, so equal inputs give equal bits wherever they stand.
 */
#include "functions.h"

#include <stddef.h>

#include "math.h"
#include "wide.h"

#define LEAK 0.01

/* Where x > 0 a, elsewhere b. */
VEC_INLINE wide if_positive(wide x, wide a, wide b)
{
    return wide_select(x > 0.0, a, b);
}

/* sigmoid: g = 1 / (1 + e^-z), g' = a (1 - a), g'' = a (1 - a) (1 - 2a) */
static void sigmoid_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)z;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) *= wide_of(a, i) * (1.0 - wide_of(a, i));
}

static double sigmoid_second(double z, double a)
{
    (void)z;
    return a * (1 - a) * (1 - 2 * a);
}

/* tanh: g' = 1 - a^2, g'' = -2 a (1 - a^2) */
static void tanh_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)z;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) *= 1.0 - wide_of(a, i) * wide_of(a, i);
}

static double tanh_second(double z, double a)
{
    (void)z;
    return -2 * a * (1 - a * a);
}

/* relu: g = max(z, 0), g' = 1 where z > 0, else 0 (at 0 too, as everywhere in the field). NaN passes: z > 0 is false, z * 0 is NaN. */
static void relu_value(double *a, const double *z, int32_t count)
{
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(a, i) = if_positive(wide_of(z, i), wide_of(z, i), wide_of(z, i) * 0.0 + 0.0);
}

static void relu_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) = if_positive(wide_of(z, i), wide_of(d, i), (wide){0});
}

/* leaky-relu: g = z where z > 0, else 0.01 z */
static void leaky_value(double *a, const double *z, int32_t count)
{
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(a, i) = if_positive(wide_of(z, i), wide_of(z, i), LEAK * wide_of(z, i));
}

static void leaky_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) = if_positive(wide_of(z, i), wide_of(d, i), LEAK * wide_of(d, i));
}

/* softplus: g = ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|), g' = sigmoid(z) */
static void softplus_value(double *a, const double *z, int32_t count)
{
    math_softplus_tail(a, z, count);
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(a, i) += if_positive(wide_of(z, i), wide_of(z, i), (wide){0});
}

static void softplus_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    for (int32_t i = 0; i < count; i += WIDE_ROOM) {
        _Alignas(vec) double slope[WIDE_ROOM];
        math_sigmoid(slope, z + i, WIDE_ROOM);
        for (int32_t e = 0; e < WIDE_ROOM; e++)
            d[i + e] *= slope[e];
    }
}

static double softplus_second(double z, double a)
{
    (void)a;
    double s = nn_sigmoid(z);
    return s * (1 - s);
}

static void linear_value(double *a, const double *z, int32_t count)
{
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(a, i) = wide_of(z, i);
}

static void linear_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)d, (void)z, (void)a, (void)count;
}

/* The second derivative of what is straight, kinks apart. */
static double straight_second(double z, double a)
{
    (void)z, (void)a;
    return 0;
}

const struct activation *activation_row(int32_t kind)
{
    static const struct activation rows[] = {
        [NN_SIGMOID] = {"sigmoid", math_sigmoid, sigmoid_chain, sigmoid_second, SMOOTH},
        [NN_TANH] = {"tanh", math_tanh, tanh_chain, tanh_second, ODD},
        [NN_RELU] = {"relu", relu_value, relu_chain, straight_second, KINKED},
        [NN_LEAKY_RELU] = {"leaky-relu", leaky_value, leaky_chain, straight_second, KINKED},
        [NN_SOFTPLUS] = {"softplus", softplus_value, softplus_chain, softplus_second, SMOOTH},
        [NN_LINEAR] = {"linear", linear_value, linear_chain, straight_second, ODD},
    };
    return kind >= 0 && kind < (int32_t)(sizeof rows / sizeof *rows) ? &rows[kind] : NULL;
}

/* cross-entropy of a sigmoid output, from z so that it stays finite where a rounds to 0 or 1:
   -[y ln a + (1-y) ln(1-a)] = max(z, 0) - y z + ln(1 + e^-|z|);  d/dz = a - y */
static void cross_entropy_value(double *j, const double *z, const double *a, const double *y, int32_t count)
{
    (void)a;
    math_softplus_tail(j, z, count);
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(j, i) += if_positive(wide_of(z, i), wide_of(z, i), (wide){0}) - wide_of(y, i) * wide_of(z, i);
}

static void cross_entropy_delta(double *d, const double *z, const double *a, const double *y, double scale, const struct activation *g,
                                int32_t count)
{
    (void)z, (void)g;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) = (wide_of(a, i) - wide_of(y, i)) * scale;
}

/* squared error: (a - y)^2 / 2;  d/dz = (a - y) g'(z) */
static void squared_error_value(double *j, const double *z, const double *a, const double *y, int32_t count)
{
    (void)z;
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(j, i) = 0.5 * ((wide_of(a, i) - wide_of(y, i)) * (wide_of(a, i) - wide_of(y, i)));
}

static void squared_error_delta(double *d, const double *z, const double *a, const double *y, double scale, const struct activation *g,
                                int32_t count)
{
    for (int32_t i = 0; i < count; i += WIDE)
        *wide_at(d, i) = (wide_of(a, i) - wide_of(y, i)) * scale;
    g->chain(d, z, a, count);
}

const struct loss *loss_row(int32_t kind)
{
    static const struct loss rows[] = {
        [NN_CROSS_ENTROPY] = {"cross-entropy", cross_entropy_value, cross_entropy_delta, 1},
        [NN_SQUARED_ERROR] = {"squared-error", squared_error_value, squared_error_delta, 0},
    };
    return kind >= 0 && kind < (int32_t)(sizeof rows / sizeof *rows) ? &rows[kind] : NULL;
}

const char *nn_activation_name(int32_t kind)
{
    const struct activation *row = activation_row(kind);
    return row ? row->name : NULL;
}

const char *nn_loss_name(int32_t kind)
{
    const struct loss *row = loss_row(kind);
    return row ? row->name : NULL;
}
