/*
 * history.c: a bounded record of the whole run. Samples are taken at multiples of a spacing that doubles whenever the room is full:
 * then every other sample goes, so that what stays is evenly spaced from step 0 on. The last place is kept for the present step.
 */
#include "history.h"

#include <string.h>

#include "objective.h"
#include "runs.h"

int32_t history_capacity(int32_t parameter_count)
{
    /* The largest network has 125,968 parameters, and so 16 samples. */
    int32_t fit = 2097152 / parameter_count;
    return fit > NN_MAX_HISTORY ? NN_MAX_HISTORY : fit;
}

void history_clear(network *n)
{
    n->history.count = 0;
    n->history.every = 1;
    objective_forget(n);
}

static int present_is_sampled(const network *n)
{
    const struct history *h = &n->history;
    return h->count > 0 && h->steps[h->count - 1] == (double)n->step;
}

void history_forget_present(network *n)
{
    n->history.count -= present_is_sampled(n);
    objective_forget(n);
}

static int64_t next_step(const struct history *h)
{
    return h->count * h->every;
}

int64_t history_steps_to_sample(const network *n)
{
    return next_step(&n->history) - n->step;
}

static void write_sample(network *n, int32_t sample, double loss)
{
    struct history *h = &n->history;
    h->steps[sample] = (double)n->step;
    h->losses[sample] = loss;
    memcpy(h->parameters + (size_t)sample * (size_t)n->parameter_count, n->now.parameters, sizeof(double) * (size_t)n->parameter_count);
}

static void move_sample(struct history *h, int32_t to, int32_t from, int32_t parameter_count)
{
    size_t row = (size_t)parameter_count;
    h->steps[to] = h->steps[from];
    h->losses[to] = h->losses[from];
    memmove(h->parameters + (size_t)to * row, h->parameters + (size_t)from * row, sizeof(double) * row);
}

/* Drops every other sample; the next one is due at twice the spacing. */
static void thin(network *n)
{
    struct history *h = &n->history;
    h->count = (h->count + 1) / 2;
    h->every *= 2;
    for (int32_t sample = 1; sample < h->count; sample++)
        move_sample(h, sample, 2 * sample, n->parameter_count);
}

void history_record(network *n, double loss)
{
    struct history *h = &n->history;
    if (h->count == h->capacity - 1)
        thin(n);
    if (n->step == next_step(h))
        write_sample(n, h->count++, loss);
}

void history_stop(network *n)
{
    history_record(n, __builtin_nan(""));
    n->history.every = INT64_MAX / NN_MAX_HISTORY;
}

/* Losses that nobody had at hand when their samples were taken are computed when they are first asked for. */
static int fill_losses(network *n, int32_t *examples)
{
    struct history *h = &n->history;
    for (int32_t sample = 0; sample < h->count; sample++)
        if (h->losses[sample] != h->losses[sample]) {
            const double *parameters = h->parameters + (size_t)sample * (size_t)n->parameter_count;
            if (!objective_loss_part(n, parameters, examples))
                return 0;
            h->losses[sample] = objective_loss(n, parameters);
        }
    return 1;
}

int32_t nn_look_part(int32_t id, int32_t examples)
{
    network *n = runs_find(id);
    return n ? fill_losses(n, &examples) && objective_loss_part(n, n->now.parameters, &examples) : -1;
}

/* The present step, sampled or not, is written as it is now. */
int32_t nn_history_count(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return 0;
    struct history *h = &n->history;
    int32_t all = INT32_MAX;
    fill_losses(n, &all);
    int32_t present = h->count - present_is_sampled(n);
    write_sample(n, present, objective_loss(n, n->now.parameters));
    return present + 1;
}

const double *nn_history_steps(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->history.steps : NULL;
}

const double *nn_history_losses(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->history.losses : NULL;
}

const double *nn_history_parameters(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->history.parameters : NULL;
}
