/*
 * data.c: the examples of a run, one at a time. They are stored in spans of [rows][columns], ready for the kernels.
 */
#include "error.h"
#include "history.h"
#include "layout.h"
#include "runs.h"

static nn_status check_example(const network *n, int32_t example)
{
    return error_check("example", 0, n->examples - 1, example);
}

static nn_status check_values(const network *n)
{
    int targets_are_shares = n->loss == loss_row(NN_CROSS_ENTROPY);
    for (int32_t i = 0; i < n->inputs + n->outputs; i++) {
        double value = runs_exchange[i];
        int share = i >= n->inputs && targets_are_shares;
        double low = share ? 0 : -NN_MAX_VALUE, high = share ? 1 : NN_MAX_VALUE;
        if (!(value >= low && value <= high))
            return error_range(i < n->inputs ? "an input" : share ? "a target of cross-entropy" : "a target", low, high, value);
    }
    return NN_OK;
}

nn_status nn_set_example(int32_t id, int32_t example)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = runs_check_before_training(n, "the data");
    if (!status)
        status = check_example(n, example);
    if (!status)
        status = check_values(n);
    if (status)
        return status;
    struct place p = layout_place(n, example);
    double *x = n->x + layout_first_row(p, n->inputs), *y = n->y + layout_first_row(p, n->outputs);
    for (int32_t i = 0; i < n->inputs; i++)
        x[i * p.columns] = runs_exchange[i];
    for (int32_t j = 0; j < n->outputs; j++)
        y[j * p.columns] = runs_exchange[n->inputs + j];
    history_forget_present(n);
    return NN_OK;
}

nn_status nn_get_example(int32_t id, int32_t example)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    nn_status status = check_example(n, example);
    if (status)
        return status;
    struct place p = layout_place(n, example);
    const double *x = n->x + layout_first_row(p, n->inputs), *y = n->y + layout_first_row(p, n->outputs);
    for (int32_t i = 0; i < n->inputs; i++)
        runs_exchange[i] = x[i * p.columns];
    for (int32_t j = 0; j < n->outputs; j++)
        runs_exchange[n->inputs + j] = y[j * p.columns];
    return NN_OK;
}
