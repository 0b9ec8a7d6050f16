/*
 * functions.c: the activations and losses. Every loop treats every element alike, so equal inputs give equal bits wherever they stand.
 */
#include "functions.h"

#include <stddef.h>

#include "math.h"
#include "wide.h"

#define LEAK 0.01

/* Does `body` for all elements: TWICE at a time, and then the machine vector that may be left. In it V is the type of as many elements and AT(x)
   is x at them; x may be one that is only read. */
#define FOR_VECTORS(count, body) \
    do { \
        int32_t i = 0; \
        { \
            typedef twice V; \
            for (; i + TWICE <= (count); i += TWICE) \
                body; \
        } \
        { \
            typedef vec V; \
            for (; i < (count); i += NN_LANES) \
                body; \
        } \
    } while (0)
#define AT(x) (*(V *)((x) + i))

/* Where x > 0 a, elsewhere b. */
#define IF_POSITIVE(x, a, b) VEC_SELECT(V, (x) > 0.0, a, b)

/* sigmoid: g = 1 / (1 + e^-z), g' = a (1 - a), g'' = a (1 - a) (1 - 2a) */
static void sigmoid_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)z;
    FOR_VECTORS(count, AT(d) *= AT(a) * (1.0 - AT(a)));
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
    FOR_VECTORS(count, AT(d) *= 1.0 - AT(a) * AT(a));
}

static double tanh_second(double z, double a)
{
    (void)z;
    return -2 * a * (1 - a * a);
}

/* relu: g = max(z, 0), g' = 1 where z > 0, else 0 (at 0 too, as everywhere in the field). NaN passes: z > 0 is false, z * 0 is NaN. */
static void relu_value(double *a, const double *z, int32_t count)
{
    FOR_VECTORS(count, AT(a) = IF_POSITIVE(AT(z), AT(z), AT(z) * 0.0 + 0.0));
}

static void relu_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    FOR_VECTORS(count, AT(d) = IF_POSITIVE(AT(z), AT(d), (V){0}));
}

/* leaky-relu: g = z where z > 0, else 0.01 z */
static void leaky_value(double *a, const double *z, int32_t count)
{
    FOR_VECTORS(count, AT(a) = IF_POSITIVE(AT(z), AT(z), LEAK * AT(z)));
}

static void leaky_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    FOR_VECTORS(count, AT(d) = IF_POSITIVE(AT(z), AT(d), LEAK * AT(d)));
}

/* softplus: g = ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|), g' = sigmoid(z) */
static void softplus_value(double *a, const double *z, int32_t count)
{
    math_softplus_tail(a, z, count);
    FOR_VECTORS(count, AT(a) += IF_POSITIVE(AT(z), AT(z), (V){0}));
}

static void softplus_chain(double *d, const double *z, const double *a, int32_t count)
{
    (void)a;
    for (int32_t i = 0; i < count; i += NN_LANES) {
        vec slope;
        math_sigmoid((double *)&slope, z + i, NN_LANES);
        *(vec *)(d + i) *= slope;
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
    FOR_VECTORS(count, AT(a) = AT(z));
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
        [NN_SIGMOID] = {"sigmoid", math_sigmoid, sigmoid_chain, sigmoid_second},
        [NN_TANH] = {"tanh", math_tanh, tanh_chain, tanh_second},
        [NN_RELU] = {"relu", relu_value, relu_chain, straight_second},
        [NN_LEAKY_RELU] = {"leaky-relu", leaky_value, leaky_chain, straight_second},
        [NN_SOFTPLUS] = {"softplus", softplus_value, softplus_chain, softplus_second},
        [NN_LINEAR] = {"linear", linear_value, linear_chain, straight_second},
    };
    return kind >= 0 && kind < (int32_t)(sizeof rows / sizeof *rows) ? &rows[kind] : NULL;
}

/* cross-entropy of a sigmoid output, from z so that it stays finite where a rounds to 0 or 1:
   -[y ln a + (1-y) ln(1-a)] = max(z, 0) - y z + ln(1 + e^-|z|);  d/dz = a - y */
static void cross_entropy_value(double *j, const double *z, const double *a, const double *y, int32_t count)
{
    (void)a;
    math_softplus_tail(j, z, count);
    FOR_VECTORS(count, AT(j) += IF_POSITIVE(AT(z), AT(z), (V){0}) - AT(y) * AT(z));
}

static void cross_entropy_delta(double *d, const double *z, const double *a, const double *y, double scale, const struct activation *g, int32_t count)
{
    (void)z, (void)g;
    FOR_VECTORS(count, AT(d) = (AT(a) - AT(y)) * scale);
}

/* squared error: (a - y)^2 / 2;  d/dz = (a - y) g'(z) */
static void squared_error_value(double *j, const double *z, const double *a, const double *y, int32_t count)
{
    (void)z;
    FOR_VECTORS(count, AT(j) = 0.5 * ((AT(a) - AT(y)) * (AT(a) - AT(y))));
}

static void squared_error_delta(double *d, const double *z, const double *a, const double *y, double scale, const struct activation *g, int32_t count)
{
    FOR_VECTORS(count, AT(d) = (AT(a) - AT(y)) * scale);
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
