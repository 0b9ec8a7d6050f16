/*
 * objective.c: sums over all spans, divided as nn.h says: by the examples, and by the outputs where the loss is a mean over them.
 */
#include "objective.h"

#include "backprop.h"
#include "error.h"
#include "runs.h"

double objective_outputs(const network *n)
{
    return n->loss->per_output ? n->outputs : 1;
}

double objective_mean(const network *n, double sum)
{
    return sum / n->examples / objective_outputs(n);
}

/* ---- sums, made at once or in parts: the same bits ---- */

static void look_for_dead(network *n, const struct span *s, int begins)
{
    for (struct layer *l = n->layer; l < n->layer + n->layers - 1; l++)
        for (int32_t j = 0; j < l->units; j++) {
            const double *a = l->a + j * s->columns;
            if (begins) {
                l->first[j] = a[0];
                l->dead[j] = 1;
            }
            for (int32_t e = 0; l->dead[j] != 0 && e < s->examples; e++)
                l->dead[j] = a[e] == l->first[j];
        }
}

int objective_loss_part(network *n, const double *parameters, int32_t *examples)
{
    struct loss_pass *p = &n->loss_pass;
    if (p->parameters != parameters)
        *p = (struct loss_pass){parameters, 0, 0};
    while (p->next < n->examples) {
        if (*examples <= 0)
            return 0;
        struct span s = layout_span(n, p->next / n->span);
        backprop_forward(n, parameters, &s, 0);
        backprop_add_loss(n, &s, &p->sum);
        look_for_dead(n, &s, p->next == 0);
        p->next += s.examples;
        *examples -= s.examples;
    }
    return 1;
}

double objective_loss(network *n, const double *parameters)
{
    int32_t all = n->examples;
    objective_loss_part(n, parameters, &all);
    return objective_mean(n, n->loss_pass.sum);
}

void objective_forget_gradient(network *n)
{
    if (n->gradient_pass.of == OF_BATCH)
        n->dropout = n->gradient_pass.dropout;
    n->gradient_pass.of = OF_NOTHING;
}

void objective_forget(network *n)
{
    n->loss_pass.parameters = NULL;
    objective_forget_gradient(n);
}

/* ---- kinks ---- */

/* Whether z of a unit moves, in this example, with its own bias and weights. */
static int can_move(const struct layer *l, const double *inputs, int32_t columns, int32_t e)
{
    if (l->biases >= 0)
        return 1;
    for (int32_t i = 0; i < l->inputs; i++)
        if (inputs[i * columns + e] != 0)
            return 1;
    return 0;
}

/* The first unit, from 0, that stands at its kink in one of the span's examples; -1: none. */
static int32_t unit_at_kink(const struct layer *l, const double *inputs, const struct span *s)
{
    for (int32_t j = 0; j < l->units; j++)
        for (int32_t e = 0; e < s->examples; e++)
            if (l->z[j * s->columns + e] == 0 && can_move(l, inputs, s->columns, e))
                return j;
    return -1;
}

static nn_status error_kink(int32_t layer, int32_t unit)
{
    error_set(NN_KINK, "in some example unit ");
    error_integer(unit);
    error_text(" of layer ");
    error_integer(layer);
    error_text(" has z = 0 exactly, where its activation has a kink: the loss has no derivative here in the usual sense");
    return NN_KINK;
}

nn_status objective_check_smooth(network *n)
{
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_forward(n, n->now.parameters, &s, 0);
        for (int32_t k = 0; k < n->layers; k++) {
            const struct layer *l = &n->layer[k];
            int32_t unit = l->g->shape == KINKED ? unit_at_kink(l, k == 0 ? s.x : n->layer[k - 1].a, &s) : -1;
            if (unit >= 0)
                return error_kink(k + 1, unit + 1);
        }
    }
    return NN_OK;
}

/* ---- for the caller ---- */

double nn_loss(int32_t id)
{
    network *n = runs_find(id);
    return n ? objective_loss(n, n->now.parameters) : __builtin_nan("");
}
