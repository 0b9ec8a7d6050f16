/*
 * fuzz.c: any sequence of calls with any arguments, drawn from a fuzzer's bytes. What has to hold whatever is called: a status from
 * the list, with a sentence exactly when it is an error; an error changes no run; every number handed out is finite; nothing is left
 * when all runs are destroyed. The sanitizers watch over the rest.
 *
 * No call may hang, yet a long training is a long training. So each input has a budget of work, about examples times parameters times
 * steps; the steps of a training are cut to what is left of it, other calls that cost more are left out, and runs alive are few.
 */
#include <stdio.h>
#include <stdlib.h>

#include "call.h"

#define BUDGET 3e6
enum { ALIVE = 3, CALLS = 200 };

static const uint8_t *bytes;
static size_t left;

static uint8_t byte(void)
{
    return left ? (left--, *bytes++) : 0;
}

static uint64_t raw(int count)
{
    uint64_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | byte();
    return value;
}

/* The runs alive, with what they cost. */
static struct run {
    int32_t id;
    double examples, parameters, widest;
} runs[ALIVE];
static double budget;

static struct run *run_of(int32_t id)
{
    for (int i = 0; i < ALIVE; i++)
        if (id > 0 && runs[i].id == id)
            return &runs[i];
    return NULL;
}

static void check(int holds, const char *function, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s: %s (status %d, \"%s\")\n", function, what, nn_error_code(), nn_error_message());
    abort();
}

static int finite(double x)
{
    return x - x == 0;
}

static double wild_double(void)
{
    static const double interesting[] = {0,    1,   -1,  0.5,  0.1,  2,     1e-300, 5e-324,
                                         -0.0, 1e6, 1e9, -1e9, 1e12, -1e12, 1e300,  1.7976931348623157e308};
    uint8_t kind = byte();
    union slot s;
    if (kind < 128)
        return interesting[kind % 16];
    if (kind < 200)
        return (double)(int8_t)byte() / 8;
    s.bits = raw(8);
    return s.d;
}

static int32_t wild_integer(void)
{
    uint8_t kind = byte();
    return kind < 200 ? kind % 10 : kind < 230 ? (int8_t)byte() : (int32_t)raw(4);
}

static int32_t some_id(void)
{
    uint8_t kind = byte();
    return kind < 240 ? runs[kind % ALIVE].id : wild_integer();
}

static void write_exchange(void)
{
    int32_t from = byte() % 8 ? byte() % 8 : (int32_t)(raw(2) % (uint32_t)nn_exchange_length());
    for (int32_t i = from, count = byte() % 16; i < from + count && i < nn_exchange_length(); i++)
        nn_exchange()[i] = byte() % 4 ? 1 + byte() % 5 : wild_double();
}

/* What a call on this run costs at the most, in the unit of the budget. */
static double cost_of(const char *name, const struct run *r)
{
    if (!r)
        return 1;
    if (strcmp(name, "nn_firmness") == 0)
        return r->examples * r->parameters + 40 * r->widest * r->widest * r->widest;
    if (strncmp(name, "nn_numeric", 10) == 0 || strcmp(name, "nn_loss") == 0 || strcmp(name, "nn_gradients") == 0 ||
        strcmp(name, "nn_data_gradients") == 0 || strcmp(name, "nn_history_count") == 0 || strcmp(name, "nn_trial_loss") == 0 ||
        strcmp(name, "nn_likeness") == 0 || strcmp(name, "nn_progress") == 0)
        return 2 * r->examples * r->parameters;
    if (strcmp(name, "nn_many_outcomes") == 0 || strcmp(name, "nn_many_seeds") == 0)
        return NN_MANY_MOST * (r->examples * 10 + r->parameters);
    return strcmp(name, "nn_predict") == 0 ? 64 * r->parameters : r->examples * 10 + r->parameters;
}

/* All that shows of the runs alive, but for what costs a pass over the data. */
static uint64_t visible_state(void)
{
    uint64_t hash = (uint64_t)nn_alive();
    for (int i = 0; i < ALIVE; i++) {
        int32_t id = runs[i].id;
        hash = hash * 31 + nn_fingerprint_low(id);
        hash = hash * 31 + nn_fingerprint_high(id);
        hash = hash * 31 + (uint64_t)nn_memory(id) + (uint64_t)nn_stopped(id);
    }
    return hash;
}

static void note_created(int32_t id, const union slot *a, const double *units)
{
    struct run *r = &runs[0];
    for (int i = 0; i < ALIVE; i++)
        r = runs[i].id == 0 ? &runs[i] : r;
    if (r->id)
        nn_destroy(r->id);
    *r = (struct run){id, a[7].i, nn_parameter_count(id), a[0].i + a[2].i};
    for (int32_t k = 0; k < a[1].i; k++)
        r->widest = units[k] + r->widest;
}

/* Functions that give a number of a run, which is NaN exactly when the call failed. */
static int gives_a_number(const char *name)
{
    static const char *const names[] = {"nn_loss", "nn_numeric_gradient", "nn_trace", "nn_distance", "nn_firmness", "nn_trial_loss"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return 1;
    return 0;
}

static void check_call(const char *name, const struct outcome *o, uint64_t before)
{
    int32_t code = nn_error_code();
    check(code >= NN_OK && code <= NN_KINK, name, "gives a status of the list");
    check((code == NN_OK) == (nn_error_message()[0] == 0), name, "gives a sentence with an error, and only then");
    if (gives_a_number(name)) {
        union slot result = {.bits = o->bits};
        check(finite(result.d) == (code == NN_OK), name, "gives a finite number, or NaN with an error");
    }
    if (code != NN_OK)
        check(visible_state() == before, name, "changes nothing when it fails");
}

/* Arguments that nn_create mostly accepts: what is wild in all eight would nearly never make a run. */
static void plan_run(union slot *a)
{
    static const int32_t first[] = {1, 0, 1, 0, 0, 0, 0, 1}, count[] = {5, 4, 3, 6, 6, 2, 2, 90};
    for (int i = 0; i < 8; i++)
        a[i].i = first[i] + byte() % count[i];
    for (int32_t k = 0; k < a[1].i; k++)
        nn_exchange()[k] = 1 + byte() % 9;
}

static void one_call(void)
{
    uint32_t function = byte() % FUNCTIONS;
    const char *name = functions[function].name, *kinds = functions[function].parameters;
    union slot a[16] = {{0}};
    double units[8];
    for (int i = 0; kinds[i]; i++)
        switch (kinds[i]) {
        case '#':
            a[i].i = some_id();
            break;
        case 'i':
            a[i].i = wild_integer();
            break;
        case 'u':
            a[i].u = (uint32_t)raw(2);
            break;
        case 'd':
            a[i].d = wild_double();
            break;
        }
    int creates = strcmp(name, "nn_create") == 0;
    if (creates && byte() % 4)
        plan_run(a);
    const struct run *r = kinds[0] == '#' ? run_of(a[0].i) : NULL;
    if ((strcmp(name, "nn_train") == 0 || strcmp(name, "nn_many_train") == 0) && r) {
        double step = r->examples * r->parameters * (strcmp(name, "nn_train") == 0 ? 1 : NN_MANY_MOST), most = budget / step;
        a[1].i = a[1].i > most ? (int32_t)most : a[1].i;
        budget -= a[1].i > 0 ? a[1].i * step : 0;
    } else {
        double cost = cost_of(name, r);
        if (cost > budget)
            return;
        budget -= cost;
    }
    memcpy(units, nn_exchange(), sizeof units);
    uint64_t before = visible_state();
    struct outcome o = {0};
    call(function, a, &o);
    if (kinds[0] == '#' || creates)
        check_call(name, &o, before);
    if (creates && o.bits)
        note_created((int32_t)o.bits, a, units);
    if (strcmp(name, "nn_destroy") == 0 && r && o.bits == NN_OK)
        runs[r - runs].id = 0;
}

/* With every parameter in its range nothing that is computed from it overflows. */
static void check_run(const struct run *r)
{
    const double *w = nn_parameters(r->id);
    for (int32_t p = 0; p < nn_parameter_count(r->id); p++)
        check(w[p] >= -NN_MAX_PARAMETER && w[p] <= NN_MAX_PARAMETER, "nn_parameters", "stay in their range");
    check(finite(nn_loss(r->id)), "nn_loss", "is finite");
    const double *g = nn_gradients(r->id);
    for (int32_t p = 0; p < (int32_t)r->parameters; p++)
        check(finite(g[p]), "nn_gradients", "are finite");
    int32_t samples = nn_history_count(r->id);
    check(samples >= 1 && samples <= NN_MAX_HISTORY, "nn_history_count", "is in its range");
    check(nn_history_steps(r->id)[samples - 1] == nn_step(r->id), "nn_history_steps", "end with the present step");
    for (int32_t i = 0; i < samples; i++)
        check(finite(nn_history_losses(r->id)[i]), "nn_history_losses", "are finite");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes = data;
    left = size;
    budget = BUDGET;
    for (int count = 0; left && count < CALLS; count++)
        if (byte() % 4 == 0)
            write_exchange();
        else
            one_call();
    for (int i = 0; i < ALIVE; i++)
        if (runs[i].id) {
            if (2 * runs[i].examples * runs[i].parameters < BUDGET)
                check_run(&runs[i]);
            nn_destroy(runs[i].id);
            runs[i].id = 0;
        }
    check(nn_alive() == 0, "nn_alive", "is 0 at the end");
    return 0;
}
