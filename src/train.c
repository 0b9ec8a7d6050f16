/*
 * train.c: the loop: choose a batch, forward, backward, update, record. A step is made beside the present state and taken only when
 * all of it is in range, so that a diverging run keeps its last good parameters.
 */
#include <string.h>

#include "backprop.h"
#include "error.h"
#include "fast_221.h"
#include "history.h"
#include "objective.h"
#include "optimizer.h"
#include "options.h"
#include "runs.h"

/* ---- batches ---- */

/* Before the first step: generators at their seeds, the first epoch's order. */
static void begin(network *n)
{
    n->shuffle = random_seed((uint32_t)n->options[NN_SHUFFLE_SEED], RANDOM_SHUFFLE);
    n->dropout = random_seed((uint32_t)n->options[NN_DROPOUT_SEED], RANDOM_DROPOUT);
    n->noise = random_seed((uint32_t)n->options[NN_NOISE_SEED], RANDOM_NOISE);
    n->position = 0;
    for (int32_t e = 0; e < n->examples; e++)
        n->order[e] = e;
    random_shuffle(&n->shuffle, n->order, n->examples);
}

static inline void gather_column(double *to, int32_t to_columns, const double *from, int32_t from_columns, int32_t rows)
{
    for (int32_t r = 0; r < rows; r++)
        to[r * to_columns] = from[r * from_columns];
}

static void clear_padding(double *values, int32_t rows, int32_t examples, int32_t columns)
{
    for (int32_t r = 0; r < rows; r++)
        for (int32_t e = examples; e < columns; e++)
            values[r * columns + e] = 0;
}

/* A span of so many examples of the present batch, from place `from` in the order. */
static struct span gather(network *n, int32_t from, int32_t examples)
{
    int32_t columns = layout_columns(examples);
    for (int32_t e = 0; e < examples; e++) {
        struct place p = layout_place(n, n->order[from + e]);
        gather_column(n->batch_x + e, columns, n->x + layout_first_row(p, n->inputs), p.columns, n->inputs);
        gather_column(n->batch_y + e, columns, n->y + layout_first_row(p, n->outputs), p.columns, n->outputs);
    }
    clear_padding(n->batch_x, n->inputs, examples, columns);
    clear_padding(n->batch_y, n->outputs, examples, columns);
    return (struct span){n->batch_x, n->batch_y, examples, columns};
}

/* A mask of its own for every hidden unit and example: 0 with probability rate, else 1 / (1 - rate). Drawn block by block. */
static void draw_masks(network *n, const struct span *s)
{
    double rate = n->options[NN_DROPOUT_RATE];
    for (int32_t begin = 0; begin < s->columns; begin += BLOCK) {
        int32_t end = s->columns - begin < BLOCK ? s->columns : begin + BLOCK;
        for (int32_t k = 0; k + 1 < n->layers; k++) {
            struct layer *l = &n->layer[k];
            for (int32_t j = 0; j < l->units; j++)
                for (int32_t c = begin; c < end; c++)
                    l->mask[j * s->columns + c] = c < s->examples && random_uniform(&n->dropout) >= rate ? 1 / (1 - rate) : 0;
        }
    }
}

/* ---- the gradient of a step ---- */

/* Works on n->gradient, of this and for up to so many examples; returns whether it is there. The batch is the data as they are where it is all of
   them, else gathered. */
static int gradient_part(network *n, enum gradient_of of, int32_t examples)
{
    struct gradient_pass *p = &n->gradient_pass;
    int32_t from = of == OF_ALL ? 0 : n->position, size = of == OF_ALL ? n->examples : options_batch_size(n);
    int32_t end = from + size < n->examples ? from + size : n->examples;
    int dropout = of == OF_BATCH && n->options[NN_DROPOUT_RATE] > 0, with_loss = of == OF_ALL && history_steps_to_sample(n) == 0;
    double scale = 1 / ((end - from) * objective_outputs(n));
    if (p->of != of) {
        objective_forget_gradient(n);
        *p = (struct gradient_pass){of, from, with_loss ? 0 : __builtin_nan(""), n->dropout};
    }
    while (p->next < end) {
        if (examples <= 0)
            return 0;
        int32_t count = end - p->next < n->span ? end - p->next : n->span;
        struct span s = size < n->examples ? gather(n, p->next, count) : layout_span(n, p->next / n->span);
        if (dropout)
            draw_masks(n, &s);
        backprop_gradient(n, n->gradient, &s, scale, p->next == from, dropout, with_loss ? &p->loss : NULL);
        p->next += count;
        examples -= count;
    }
    return 1;
}

/* Works on the gradient of this step; returns whether it is there. Where the present step is to be sampled, and its loss is known, or the forward pass
   goes over all examples as they are, the sample has it. */
static int step_gradient_part(network *n, int32_t examples)
{
    int in_batches = options_batch_size(n) < n->examples || n->options[NN_DROPOUT_RATE] > 0;
    if (!gradient_part(n, in_batches ? OF_BATCH : OF_ALL, examples))
        return 0;
    const struct loss_pass *p = &n->loss_pass;
    int known = p->parameters == n->now.parameters && p->next == n->examples;
    if (history_steps_to_sample(n) == 0)
        history_record(n, objective_mean(n, known ? p->sum : n->gradient_pass.loss));
    return 1;
}

/* ---- the loop ---- */

static void swap_states(network *n)
{
    struct state other = n->now;
    n->now = n->made;
    n->made = other;
}

/* Works on a step for up to so many examples; returns whether it is over: made, or refused where it would leave the range of numbers, and then
   nothing but n->stopped has changed. */
static int make_step_part(network *n, int32_t examples)
{
    if (!step_gradient_part(n, examples))
        return 0;
    struct random noise_before = n->noise;
    int32_t size = options_batch_size(n);
    optimizer_add_penalties(n, n->gradient, n->now.parameters);
    n->stopped = !optimizer_make(n);
    if (n->stopped) {
        n->noise = noise_before;
        objective_forget_gradient(n);
        return 1;
    }
    swap_states(n);
    n->gradient_pass.of = OF_NOTHING;
    n->loss_pass.parameters = NULL;
    n->step++;
    n->position += size;
    if (n->position >= n->examples) {
        n->position = 0;
        if (size < n->examples)
            random_shuffle(&n->shuffle, n->order, n->examples);
    }
    return 1;
}

/* Takes up to so many steps; works on them for up to so many examples a step. Returns whether all are over. */
static int train(network *n, int32_t steps, int32_t examples)
{
    int fast = fast_221_fits(n);
    if (n->step == 0 && n->gradient_pass.of != OF_BATCH)
        begin(n);
    while (steps > 0 && !n->stopped) {
        if (fast) {
            steps -= fast_221_train(n, steps);
            objective_forget(n);
        }
        if (steps > 0 && !make_step_part(n, examples))
            return 0;
        steps--;
    }
    return 1;
}

nn_status nn_train(int32_t id, int32_t steps)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    if (steps < 0)
        return error_range("steps", 0, INT32_MAX, steps);
    train(n, steps, INT32_MAX);
    return NN_OK;
}

int32_t nn_train_part(int32_t id, int32_t examples)
{
    network *n = runs_find(id);
    return n ? train(n, 1, examples) : -1;
}

int32_t nn_gradient_part(int32_t id, int32_t examples)
{
    network *n = runs_find(id);
    return n ? gradient_part(n, OF_ALL, examples) : -1;
}

const double *nn_data_gradients(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NULL;
    gradient_part(n, OF_ALL, INT32_MAX);
    return n->gradient;
}

/* Penalties are added to a copy, which n->made has room for between steps: the gradient itself may be asked for again. */
const double *nn_gradients(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NULL;
    gradient_part(n, OF_ALL, INT32_MAX);
    memcpy(n->made.parameters, n->gradient, sizeof(double) * (size_t)n->stride);
    optimizer_add_penalties(n, n->made.parameters, n->now.parameters);
    return n->made.parameters;
}

int32_t nn_stopped(int32_t id)
{
    network *n = runs_find(id);
    return n ? n->stopped : 0;
}

double nn_step(int32_t id)
{
    network *n = runs_find(id);
    return n ? (double)n->step : -1;
}

nn_status nn_progress(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    runs_exchange[0] = (double)n->step;
    runs_exchange[1] = objective_loss(n, n->now.parameters);
    runs_exchange[2] = n->stopped;
    return NN_OK;
}
