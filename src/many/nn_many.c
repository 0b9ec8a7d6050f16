/*
 * nn_many.c: the calls of nn_many.h, and the memory of runs side by side: one allocation, of one set of runs at a time.
 */
#include "many/nn_many.h"

#include <stdlib.h>
#include <string.h>

#include "carve.h"
#include "error.h"
#include "fast_221.h"
#include "history.h"
#include "many/many_221.h"
#include "many/many_pass.h"
#include "many/many_step.h"
#include "options.h"
#include "runs.h"
#include "wide.h"

/* ---- how many, and where they stand ---- */

enum {
    PASS_VALUES = 2048, /* at most so many numbers of each kind (z, a, d) a pass has, unless two runs and two examples have more */
    ENOUGH = 288,       /* columns, of examples and vectors of runs, that keep the processor busy */
    SMALL_LAYER = 6     /* units: networks with larger layers train as fast one after the other */
};

/* The runs that are begun; NULL: none. */
static many *present = NULL;

static int32_t widest(const network *n)
{
    int32_t units = 0;
    for (int32_t k = 0; k < n->layers; k++)
        units = n->layer[k].units > units ? n->layer[k].units : units;
    return units;
}

static int32_t all_units(const network *n)
{
    int32_t units = 0;
    for (int32_t k = 0; k < n->layers; k++)
        units += n->layer[k].units;
    return units;
}

/* As many examples at once as there are, up to a block, and as keep z, a and d of so many lanes near the processor: half a block, a third and so on. */
static int32_t fitting_chunk(const network *n, int32_t lanes)
{
    int32_t size = options_batch_size(n), chunk = BLOCK;
    for (int32_t part = 2; chunk > 8 && all_units(n) * lanes * (size < chunk ? size : chunk) > PASS_VALUES; part++)
        if (BLOCK % part == 0 && BLOCK / part % 2 == 0)
            chunk = BLOCK / part;
    return chunk;
}

int32_t nn_many_fitting(int32_t id)
{
    network *n = runs_find(id);
    if (!n || widest(n) > SMALL_LAYER)
        return 0;
    int32_t size = options_batch_size(n), lanes = NN_LANES;
    while (lanes < NN_MANY_MOST && (size < BLOCK ? size : BLOCK) * lanes / NN_LANES < ENOUGH)
        lanes += NN_LANES;
    return lanes;
}

nn_status nn_many_unrecorded(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_before_training(n, "whether there is a history");
    if (!status)
        history_stop(n);
    return status;
}

/* ---- memory ---- */

static void carve_state(carver *c, struct many_state *s, int32_t rows, int32_t lanes)
{
    s->parameters = carve_doubles(c, rows, lanes);
    s->first = carve_doubles(c, rows, lanes);
    s->second = carve_doubles(c, rows, lanes);
}

static void carve_many(carver *c, const network *n, many *m)
{
    int32_t columns = m->chunk * m->lanes;
    for (int32_t k = 0; k < n->layers; k++) {
        int32_t units = n->layer[k].units;
        struct many_layer *l = &m->layer[k];
        l->z = carve_doubles(c, units, columns);
        l->a = carve_doubles(c, units, columns);
        l->d = carve_doubles(c, units, columns);
        l->kept = carve_doubles(c, units, columns);
        l->mask = carve_doubles(c, units, BLOCK);
    }
    m->x = carve_doubles(c, n->inputs, m->chunk);
    m->y = carve_doubles(c, n->outputs, (n->examples > m->chunk ? n->examples : m->chunk) * m->lanes);
    m->order = carve(c, sizeof(int32_t) * (size_t)n->examples);
    carve_state(c, &m->now, n->parameter_count, m->lanes);
    carve_state(c, &m->made, n->parameter_count, m->lanes);
    m->gradient = carve_doubles(c, n->parameter_count, m->lanes);
    m->partial = carve_doubles(c, 2 * n->parameter_count, m->lanes);
    m->zeros = carve_doubles(c, 1, m->lanes);
    m->last = carve_doubles(c, n->parameter_count, m->lanes);
    m->stopped = carve(c, sizeof(int32_t) * (size_t)m->lanes);
    m->steps = carve_doubles(c, 1, m->lanes);
}

nn_status nn_many_end(void)
{
    error_clear();
    free(present);
    present = NULL;
    return NN_OK;
}

int32_t nn_many_begin(int32_t id, int32_t runs)
{
    network *n = runs_find(id);
    if (!n || error_check("runs", 1, NN_MANY_MOST, runs))
        return 0;
    many plan = {.id = id, .runs = runs, .alive = runs, .vectors = (runs + NN_LANES - 1) / NN_LANES};
    plan.lanes = plan.vectors * NN_LANES;
    plan.chunk = fitting_chunk(n, plan.lanes);
    carver c = {NULL, 0};
    carve(&c, sizeof plan);
    carve_many(&c, n, &plan);
    char *block = malloc(c.used + 63);
    if (!block) {
        error_set(NN_NO_MEMORY, "no memory for runs side by side of ");
        error_integer((int64_t)c.used);
        error_text(" bytes; close other runs or make the network or the data smaller");
        return 0;
    }
    memset(block, 0, c.used + 63);
    c = (carver){block + (64 - (uintptr_t)block % 64) % 64, 0};
    carve(&c, sizeof plan);
    carve_many(&c, n, &plan);
    free(present);
    present = (many *)(void *)block;
    *present = plan;
    return runs;
}

/* ---- the calls ---- */

static const char AT_START[] = "runs side by side get their start only before the first step";

/* The run, where the ones side by side were begun with it; else NULL, with the error set. */
static network *find(int32_t id)
{
    network *n = runs_find(id);
    if (n && (!present || present->id != id)) {
        error_set(NN_BAD_STATE, "no runs side by side were begun with this one");
        return NULL;
    }
    return n;
}

nn_status nn_many_put(int32_t id, int32_t place)
{
    network *n = find(id);
    if (!n)
        return nn_error_code();
    nn_status status = error_check("place", 0, present->runs - 1, place);
    if (!status && present->step > 0)
        status = error_set(NN_BAD_STATE, AT_START);
    for (int32_t p = 0; !status && p < n->parameter_count; p++)
        present->now.parameters[p * present->lanes + place] = n->now.parameters[p];
    return status;
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* Whether first weights of two units of a hidden layer differ by no more than this part of the largest parameter: the quick look that
   mayLookAlike of web/ties/run-outcome.js takes at starts that come one by one. */
static int may_look_alike(const network *n, double near)
{
    const double *p = n->now.parameters;
    double largest = 0;
    for (int32_t i = 0; i < n->parameter_count; i++)
        largest = size_of(p[i]) > largest ? size_of(p[i]) : largest;
    for (int32_t k = 0; k < n->layers - 1; k++) {
        const double *first = p + n->layer[k].weights;
        int32_t inputs = n->layer[k].inputs;
        for (int32_t unit = 1; unit < n->layer[k].units; unit++)
            for (int32_t other = 0; other < unit; other++)
                if (size_of(first[unit * inputs] - first[other * inputs]) <= near * largest)
                    return 1;
    }
    return 0;
}

int32_t nn_many_seeds(int32_t id, int32_t scheme, uint32_t seed, double value, double scale, double near)
{
    network *n = find(id);
    if (!n)
        return 0;
    if (present->step > 0) {
        error_set(NN_BAD_STATE, AT_START);
        return 0;
    }
    for (int32_t place = 0; place < present->runs; place++) {
        if (nn_initialize(id, scheme, seed + (uint32_t)place, value, scale))
            return 0;
        nn_many_put(id, place);
        runs_exchange[place] = may_look_alike(n, near);
    }
    return present->runs;
}

/* As train.c begins. */
static void begin(const network *n, many *m)
{
    m->shuffle = random_seed((uint32_t)n->options[NN_SHUFFLE_SEED], RANDOM_SHUFFLE);
    m->dropout = random_seed((uint32_t)n->options[NN_DROPOUT_SEED], RANDOM_DROPOUT);
    m->noise = random_seed((uint32_t)n->options[NN_NOISE_SEED], RANDOM_NOISE);
    for (int32_t e = 0; e < n->examples; e++)
        m->order[e] = e;
    random_shuffle(&m->shuffle, m->order, n->examples);
    m->is_fast = fast_221_fits(n);
}

/* So many steps are made. */
static void take(many *m, int32_t steps)
{
    struct many_state other = m->now;
    m->now = m->made;
    m->made = other;
    m->step += steps;
}

static void make_step(const network *n, many *m, int32_t size)
{
    many_pass_gradient(n, m, size);
    many_step_make(n, m);
    take(m, 1);
    m->position += size;
    if (m->position >= n->examples) {
        m->position = 0;
        if (size < n->examples)
            random_shuffle(&m->shuffle, m->order, n->examples);
    }
}

nn_status nn_many_train(int32_t id, int32_t steps)
{
    network *n = find(id);
    if (!n)
        return nn_error_code();
    if (steps < 0)
        return error_range("steps", 0, INT32_MAX, steps);
    int32_t size = options_batch_size(n);
    if (present->step == 0)
        begin(n, present);
    /* Penalties may have come on the way. */
    present->is_fast &= fast_221_fits(n);
    /* Parameters that have become too large for it are not likely to become small again. */
    for (int32_t taken; present->is_fast && steps > 0; steps -= taken) {
        taken = many_221_make(n, present, steps);
        present->is_fast = taken > 0;
        if (taken > 0)
            take(present, taken);
    }
    for (; steps > 0 && present->alive > 0; steps--)
        make_step(n, present, size);
    return NN_OK;
}

nn_status nn_many_get(int32_t id, int32_t place)
{
    network *n = find(id);
    if (!n)
        return nn_error_code();
    nn_status status = error_check("place", 0, present->runs - 1, place);
    if (status)
        return status;
    int stopped = present->stopped[place];
    const double *values = stopped ? present->last : present->now.parameters;
    for (int32_t p = 0; p < n->parameter_count; p++)
        n->now.parameters[p] = values[p * present->lanes + place];
    n->step = stopped ? (int64_t)present->steps[place] : present->step;
    n->stopped = stopped;
    history_clear(n);
    return NN_OK;
}
