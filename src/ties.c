/*
 * ties.c: which units of a hidden layer are tied, or alike in what they do, how far apart two are, and the fingerprint of a run.
 */
#include <string.h>

#include "layout.h"
#include "math.h"
#include "objective.h"
#include "runs.h"

/* Parameter `number` of a unit, in the order of layout_unit_parameter. */
static double unit_value(const network *n, int32_t k, int32_t unit, int32_t number)
{
    return n->now.parameters[layout_unit_parameter(n, k, unit, number)];
}

/* Parameters are never -0, so equal numbers are equal bits. */
static int tied(const network *n, int32_t k, int32_t unit, int32_t other)
{
    for (int32_t i = 0; i < layout_unit_parameters(n, k); i++)
        if (unit_value(n, k, unit, i) != unit_value(n, k, other, i))
            return 0;
    return 1;
}

int32_t nn_ties(int32_t id, int32_t layer)
{
    network *n = runs_find(id);
    if (!n || runs_check_units(n, layer, 1, 1))
        return 0;
    int32_t groups = 0, k = layer - 1;
    for (int32_t unit = 0; unit < n->layer[k].units; unit++) {
        int32_t first = 0;
        while (first < unit && !tied(n, k, first, unit))
            first++;
        runs_exchange[unit] = first < unit ? runs_exchange[first] : ++groups;
    }
    return groups;
}

/* ---- what units are worth ---- */

/* Whether the incoming weights and biases of two units are the same, one of them times sign. */
static int same_incoming(const network *n, int32_t k, int32_t unit, int32_t other, double sign)
{
    for (int32_t i = 0; i < n->layer[k].inputs + (n->layer[k].biases >= 0); i++)
        if (unit_value(n, k, unit, i) != sign * unit_value(n, k, other, i))
            return 0;
    return 1;
}

/* The strongest word for two units. */
static nn_likeness_kind likeness_of(const network *n, int32_t k, int32_t unit, int32_t other)
{
    if (tied(n, k, unit, other))
        return NN_TIED;
    if (same_incoming(n, k, unit, other, 1))
        return NN_SAME;
    return n->layer[k].g->shape == ODD && same_incoming(n, k, unit, other, -1) ? NN_MIRROR : NN_ALONE;
}

/* With the first of a group each other unit is compared: as the three words hold for any two of a group, so does the weakest of these for all. */
int32_t nn_likeness(int32_t id, int32_t layer)
{
    network *n = runs_find(id);
    if (!n || runs_check_units(n, layer, 1, 1))
        return -1;
    int32_t k = layer - 1, units = n->layer[k].units, groups = 0, different = 0;
    double *group = runs_exchange, *kind = group + units, *dead = kind + units;
    nn_likeness_kind kinds[NN_MAX_UNITS + 1];
    objective_loss(n, n->now.parameters);
    memcpy(dead, n->layer[k].dead, sizeof(double) * (size_t)units);
    for (int32_t unit = 0; unit < units; unit++) {
        int32_t first = 0;
        while (first < unit && likeness_of(n, k, first, unit) == NN_ALONE)
            first++;
        if (first < unit) {
            nn_likeness_kind word = likeness_of(n, k, first, unit);
            group[unit] = group[first];
            kinds[(int32_t)group[unit]] = word > kinds[(int32_t)group[unit]] ? word : kinds[(int32_t)group[unit]];
        } else {
            group[unit] = ++groups;
            kinds[groups] = NN_ALONE;
            different += dead[unit] == 0;
        }
    }
    for (int32_t unit = 0; unit < units; unit++)
        kind[unit] = kinds[(int32_t)group[unit]];
    return different;
}

/* sqrt(sum of squares), the largest difference factored out so that no square underflows: 0 only where every difference is 0. */
double nn_distance(int32_t id, int32_t layer, int32_t unit, int32_t other_unit)
{
    network *n = runs_find(id);
    if (!n || runs_check_units(n, layer, unit, other_unit))
        return __builtin_nan("");
    int32_t k = layer - 1, count = layout_unit_parameters(n, k);
    double largest = 0, sum = 0;
    for (int32_t i = 0; i < count; i++) {
        double difference = unit_value(n, k, unit - 1, i) - unit_value(n, k, other_unit - 1, i);
        difference = difference < 0 ? -difference : difference;
        largest = difference > largest ? difference : largest;
    }
    if (largest == 0)
        return 0;
    for (int32_t i = 0; i < count; i++) {
        double part = (unit_value(n, k, unit - 1, i) - unit_value(n, k, other_unit - 1, i)) / largest;
        sum += part * part;
    }
    return largest * math_sqrt(sum);
}

/* FNV-1a over the bytes, lowest first, whatever the machine's own order. */
static uint64_t hashed(uint64_t hash, uint64_t bits)
{
    for (int shift = 0; shift < 64; shift += 8)
        hash = (hash ^ (bits >> shift & 0xff)) * 0x100000001b3u;
    return hash;
}

static uint64_t fingerprint(const network *n)
{
    uint64_t hash = hashed(0xcbf29ce484222325u, (uint64_t)n->step);
    for (int32_t p = 0; p < n->parameter_count; p++)
        hash = hashed(hash, math_bits(n->now.parameters[p]));
    return hash;
}

uint32_t nn_fingerprint_high(int32_t id)
{
    const network *n = runs_find(id);
    return n ? (uint32_t)(fingerprint(n) >> 32) : 0;
}

uint32_t nn_fingerprint_low(int32_t id)
{
    const network *n = runs_find(id);
    return n ? (uint32_t)fingerprint(n) : 0;
}
