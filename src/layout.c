/*
 * layout.c: the formulas of offsets that are not called often enough to be inlined.
 */
#include "layout.h"

void layout_number_parameters(network *n, const double *hidden_units, int bias)
{
    int32_t index = 0, weight = 1, first_bias = 1, inputs = n->inputs;
    for (int32_t k = 0; k < n->layers; k++) {
        struct layer *l = &n->layer[k];
        l->units = k + 1 < n->layers ? (int32_t)hidden_units[k] : n->outputs;
        l->inputs = inputs;
        l->weights = index;
        l->first_weight = weight;
        index += l->units * inputs;
        weight += l->units * inputs;
        l->biases = bias ? index : -1;
        l->first_bias = first_bias;
        index += bias ? l->units : 0;
        first_bias += l->units;
        inputs = l->units;
    }
    n->parameter_count = index;
    n->stride = (index + 3) / 4 * 4;
}

int32_t layout_weight(const struct layer *l, int32_t unit, int32_t input)
{
    return l->weights + unit * l->inputs + input;
}

const double *layout_biases(const struct layer *l, const double *parameters)
{
    return l->biases >= 0 ? parameters + l->biases : NULL;
}

int32_t layout_unit_parameters(const network *n, int32_t k)
{
    return n->layer[k].inputs + (n->layer[k].biases >= 0) + n->layer[k + 1].units;
}

int32_t layout_unit_parameter(const network *n, int32_t k, int32_t unit, int32_t number)
{
    const struct layer *l = &n->layer[k];
    if (number < l->inputs)
        return layout_weight(l, unit, number);
    number -= l->inputs;
    if (l->biases >= 0 && number-- == 0)
        return l->biases + unit;
    return layout_weight(l + 1, number, unit);
}

/* As many whole blocks as there are examples for, and as keep z, a and d in the cache next to the processor, but one at least: each function that a
   pass calls costs something, whatever the number of examples. */
void layout_choose_span(network *n)
{
    int32_t blocks = (n->examples + BLOCK - 1) / BLOCK, units = 0;
    for (int32_t k = 0; k < n->layers; k++)
        units += n->layer[k].units;
    int32_t fit = SPAN_VALUES / (units * BLOCK);
    n->span = BLOCK * (fit < 1 ? 1 : fit < blocks ? fit : blocks);
}

int32_t layout_spans(const network *n)
{
    return (n->examples + n->span - 1) / n->span;
}

struct span layout_span(const network *n, int32_t number)
{
    int32_t begin = number * n->span, rest = n->examples - begin;
    int32_t examples = rest < n->span ? rest : n->span;
    return (struct span){n->x + (ptrdiff_t)begin * n->inputs, n->y + (ptrdiff_t)begin * n->outputs, examples, layout_columns(examples)};
}
