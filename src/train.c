/*
 * train.c: the loop: choose a batch, forward, backward, update, record. A step is made beside the present state and taken only when
 * all of it is in range, so that a diverging run keeps its last good parameters.
 */
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

/* Adds up the present batch of so many examples: the data as they are where it is all of them, else gathered. */
static void batch_gradient(network *n, int32_t size, int dropout)
{
    int32_t end = n->position + size < n->examples ? n->position + size : n->examples;
    double scale = 1 / ((end - n->position) * objective_outputs(n));
    for (int32_t from = n->position; from < end; from += n->span) {
        int32_t examples = end - from < n->span ? end - from : n->span;
        struct span s = size < n->examples ? gather(n, from, examples) : layout_span(n, from / n->span);
        if (dropout)
            draw_masks(n, &s);
        backprop_gradient(n, n->gradient, &s, scale, from == n->position, dropout, NULL);
    }
}

/* The gradient of this step's batch. Where the present step is to be sampled and the forward pass goes over all examples as they
   are, the sample's loss comes with it. */
static void step_gradient(network *n, int32_t size, int dropout)
{
    int due = history_steps_to_sample(n) == 0;
    double loss = __builtin_nan("");
    if (size < n->examples || dropout)
        batch_gradient(n, size, dropout);
    else
        objective_data_gradient(n, due ? &loss : NULL);
    if (due)
        history_record(n, loss);
}

/* ---- the loop ---- */

static void swap_states(network *n)
{
    struct state other = n->now;
    n->now = n->made;
    n->made = other;
}

/* Makes one step; returns 0 where it would leave the range of numbers, and then nothing has changed. */
static int make_step(network *n, int32_t size, int dropout)
{
    struct random dropout_before = n->dropout, noise_before = n->noise;
    step_gradient(n, size, dropout);
    optimizer_add_penalties(n, n->gradient, n->now.parameters);
    if (!optimizer_make(n)) {
        n->dropout = dropout_before;
        n->noise = noise_before;
        return 0;
    }
    swap_states(n);
    n->step++;
    n->position += size;
    if (n->position >= n->examples) {
        n->position = 0;
        if (size < n->examples)
            random_shuffle(&n->shuffle, n->order, n->examples);
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
    int32_t size = options_batch_size(n);
    int dropout = n->options[NN_DROPOUT_RATE] > 0, fast = fast_221_fits(n);
    if (n->step == 0)
        begin(n);
    while (steps > 0 && !n->stopped) {
        if (fast)
            steps -= fast_221_train(n, steps);
        if (steps > 0) {
            n->stopped = !make_step(n, size, dropout);
            steps--;
        }
    }
    return NN_OK;
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
