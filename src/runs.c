/*
 * runs.c: the list of runs alive, found by their ids.
 */
#include "runs.h"

#include <stdlib.h>

#include "error.h"

double runs_exchange[NN_EXCHANGE_LENGTH] __attribute__((aligned(64)));

static network *alive = NULL;
static int32_t last_id = 0;

network *runs_find(int32_t id)
{
    error_clear();
    for (network *n = alive; n; n = n->next)
        if (n->id == id)
            return n;
    error_set(NN_BAD_ID, "no run has the id ");
    error_integer(id);
    error_text("; it was never made, or is freed");
    return NULL;
}

void runs_add(network *n)
{
    n->id = last_id = last_id % INT32_MAX + 1;
    n->next = alive;
    alive = n;
}

nn_status runs_check_units(const network *n, int32_t layer, int32_t unit, int32_t other_unit)
{
    if (layer < 1 || layer >= n->layers) {
        error_set(NN_BAD_ARGUMENT, "there is no hidden layer ");
        error_integer(layer);
        error_text("; the network has ");
        error_integer(n->layers - 1);
        return NN_BAD_ARGUMENT;
    }
    int32_t units = n->layer[layer - 1].units;
    nn_status status = error_check("unit", 1, units, unit);
    return status ? status : error_check("unit", 1, units, other_unit);
}

nn_status runs_check_parameter(const network *n, int32_t parameter)
{
    return error_check("parameter", 0, n->parameter_count - 1, parameter);
}

nn_status runs_check_before_training(const network *n, const char *what)
{
    if (n->step == 0)
        return NN_OK;
    error_set(NN_BAD_STATE, what);
    error_text(" can change only before the first step; reset the run first");
    return NN_BAD_STATE;
}

nn_status nn_destroy(int32_t id)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    network **link = &alive;
    while (*link != n)
        link = &(*link)->next;
    *link = n->next;
    free(n);
    return NN_OK;
}

double nn_memory(int32_t id)
{
    network *n = runs_find(id);
    return n ? (double)n->bytes : 0;
}

int32_t nn_alive(void)
{
    int32_t count = 0;
    for (network *n = alive; n; n = n->next)
        count++;
    return count;
}

double *nn_exchange(void)
{
    return runs_exchange;
}

int32_t nn_exchange_length(void)
{
    return NN_EXCHANGE_LENGTH;
}

const char *nn_version(void)
{
    return NN_VERSION;
}
