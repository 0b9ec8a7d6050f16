/*
 * many_outcome.c: what came of runs side by side, for whoever keeps no history.
 */
#include <string.h>

#include "backprop.h"
#include "error.h"
#include "layout.h"
#include "many/nn_many.h"
#include "runs.h"

static int is_right(const struct layer *last, const struct span *s, int32_t e)
{
    for (int32_t j = 0; j < last->units; j++) {
        double a = last->a[j * s->columns + e];
        if (s->y[j * s->columns + e] == 1 ? !(a > 0.5) : !(a < 0.5))
            return 0;
    }
    return 1;
}

static int has_shares(const network *n, const struct span *s)
{
    for (int32_t j = 0; j < n->outputs; j++)
        for (int32_t e = 0; e < s->examples; e++)
            if (s->y[j * s->columns + e] != 0 && s->y[j * s->columns + e] != 1)
                return 1;
    return 0;
}

/* -1: there are targets that are no sides. */
static int32_t count_right(network *n)
{
    int32_t right = 0;
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        if (has_shares(n, &s))
            return -1;
        backprop_forward(n, n->now.parameters, &s, 0);
        for (int32_t e = 0; e < s.examples; e++)
            right += is_right(&n->layer[n->layers - 1], &s, e);
    }
    return right;
}

/* The first of the nearest pairs. */
static double *put_nearest(double *to, const network *n, int32_t layer)
{
    to[0] = to[1] = to[2] = 0;
    for (int32_t unit = 1, units = n->layer[layer - 1].units; unit < units; unit++)
        for (int32_t other = unit + 1; other <= units; other++) {
            double distance = nn_distance(n->id, layer, unit, other);
            if (to[0] > 0 && !(distance < to[2]))
                continue;
            to[0] = unit;
            to[1] = other;
            to[2] = distance;
        }
    return to + 3;
}

int32_t nn_many_outcome(int32_t id)
{
    /* Apart from the exchange buffer, which is written on the way. */
    static double outcome[6 + NN_MAX_HIDDEN_LAYERS * (5 + 3 * NN_MAX_UNITS)];
    network *n = runs_find(id);
    if (!n)
        return 0;
    double *to = outcome;
    *to++ = (double)n->step;
    *to++ = n->stopped;
    *to++ = nn_loss(id);
    *to++ = count_right(n);
    *to++ = nn_fingerprint_high(id);
    *to++ = nn_fingerprint_low(id);
    for (int32_t layer = 1; layer < n->layers; layer++) {
        int32_t list = 3 * n->layer[layer - 1].units;
        *to++ = nn_ties(id, layer);
        *to++ = nn_likeness(id, layer);
        to = put_nearest(to, n, layer);
        memcpy(to, runs_exchange, sizeof(double) * (size_t)list);
        to += list;
    }
    int32_t count = (int32_t)(to - outcome);
    memcpy(runs_exchange, outcome, sizeof(double) * (size_t)count);
    return count;
}

/* How many numbers nn_many_outcome gives. */
static int32_t outcome_length(const network *n)
{
    int32_t length = 6;
    for (int32_t layer = 1; layer < n->layers; layer++)
        length += 5 + 3 * n->layer[layer - 1].units;
    return length;
}

int32_t nn_many_outcomes(int32_t id, int32_t place, int32_t runs)
{
    /* Apart from the exchange buffer, as above. */
    static double outcomes[NN_EXCHANGE_LENGTH];
    network *n = runs_find(id);
    if (!n)
        return 0;
    int32_t length = outcome_length(n);
    /* The last one first: where it is there, the others are. */
    if (error_check("runs", 1, NN_EXCHANGE_LENGTH / length, runs) || error_check("place", 0, NN_MANY_MOST - runs, place) ||
        nn_many_get(id, place + runs - 1))
        return 0;
    for (int32_t i = 0; i < runs; i++) {
        nn_many_get(id, place + i);
        nn_many_outcome(id);
        memcpy(outcomes + i * length, runs_exchange, sizeof(double) * (size_t)length);
    }
    memcpy(runs_exchange, outcomes, sizeof(double) * (size_t)(runs * length));
    return runs * length;
}
