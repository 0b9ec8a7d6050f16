/*
 * random.c: seeded random numbers and the initialization schemes. Drawn from integers and the engine's own log, so that a seed
 * means the same numbers on every platform and for as long as this file stays.
 */
#include "random.h"

#include <stddef.h>

#include "math.h"

static uint64_t mixed(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

struct random random_seed(uint32_t seed, random_purpose purpose)
{
    return (struct random){mixed(((uint64_t)purpose << 32) + seed)};
}

uint64_t random_bits(struct random *r)
{
    r->state += 0x9e3779b97f4a7c15u;
    return mixed(r->state);
}

double random_uniform(struct random *r)
{
    return (double)(random_bits(r) >> 11) * 0x1p-53;
}

/* In (-1, 1), as far from 0 as from the ends at the least: never 0. */
static double random_symmetric(struct random *r)
{
    return 2 * random_uniform(r) - 1 + 0x1p-53;
}

double random_normal(struct random *r)
{
    double u, square;
    do {
        double v = random_symmetric(r);
        u = random_symmetric(r);
        square = u * u + v * v;
    } while (square >= 1);
    return u * math_sqrt(-2 * math_log(square) / square);
}

int32_t random_below(struct random *r, int32_t below)
{
    return (int32_t)((random_bits(r) >> 32) * (uint64_t)below >> 32);
}

void random_shuffle(struct random *r, int32_t *numbers, int32_t count)
{
    for (int32_t i = count - 1; i > 0; i--) {
        int32_t j = random_below(r, i + 1);
        int32_t other = numbers[j];
        numbers[j] = numbers[i];
        numbers[i] = other;
    }
}

/* Each random scheme but the range draws uniform in +-limit or normal with a deviation, both scale * sqrt(numerator / connections). */
typedef struct scheme_row {
    const char *name;
    enum { FIXED, UNIFORM, NORMAL, RANGE } draw;
    double numerator;
    int incoming, outgoing; /* which connections count; neither: scale alone */
} scheme_row;

static const scheme_row schemes[] = {
    [NN_ZEROS] = {"zeros", FIXED, 0, 0, 0},
    [NN_CONSTANT] = {"constant", FIXED, 1, 0, 0},
    [NN_UNIFORM] = {"uniform", UNIFORM, 1, 0, 0},
    [NN_NORMAL] = {"normal", NORMAL, 1, 0, 0},
    [NN_GLOROT_UNIFORM] = {"glorot-uniform", UNIFORM, 6, 1, 1},
    [NN_GLOROT_NORMAL] = {"glorot-normal", NORMAL, 2, 1, 1},
    [NN_HE_UNIFORM] = {"he-uniform", UNIFORM, 6, 1, 0},
    [NN_HE_NORMAL] = {"he-normal", NORMAL, 2, 1, 0},
    [NN_LECUN_UNIFORM] = {"lecun-uniform", UNIFORM, 3, 1, 0},
    [NN_LECUN_NORMAL] = {"lecun-normal", NORMAL, 1, 1, 0},
    [NN_UNIFORM_RANGE] = {"uniform-range", RANGE, 1, 0, 0},
};

double random_weight(struct random *r, nn_scheme scheme, double value, double scale, int32_t incoming, int32_t outgoing)
{
    const scheme_row *row = &schemes[scheme];
    if (row->draw == FIXED)
        return row->numerator * value;
    if (row->draw == RANGE)
        return value + scale * random_uniform(r);
    int32_t connections = row->incoming * incoming + row->outgoing * outgoing;
    double spread = connections ? scale * math_sqrt(row->numerator / connections) : scale;
    return spread * (row->draw == UNIFORM ? 2 * random_uniform(r) - 1 : random_normal(r));
}

const char *nn_scheme_name(int32_t scheme)
{
    return scheme >= 0 && scheme < (int32_t)(sizeof schemes / sizeof *schemes) ? schemes[scheme].name : NULL;
}
