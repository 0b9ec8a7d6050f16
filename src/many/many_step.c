/*
 * many_step.c: what optimizer.c does, for all runs side by side: the same operations in the same order for each. Arrays are
 * [parameter][lanes]. All runs that have not stopped are at the same step.
 */
#include "many/many_step.h"

#include "math.h"
#include "optimizer.h"
#include "wide.h"

/* The numbers of a parameter for all runs, and how many there are in all. */
static inline double *row(const many *m, double *values, int32_t parameter)
{
    return values + parameter * m->lanes;
}

static inline vec *at(double *values, int32_t i)
{
    return (vec *)(values + i);
}

static inline vec of(const double *values, int32_t i)
{
    return *(const vec *)(values + i);
}

/* Where the mask is set a, elsewhere b. */
static inline vec select(vec_bits mask, vec a, vec b)
{
    return (vec)((mask & (vec_bits)a) | (~mask & (vec_bits)b));
}

static inline vec root(vec x)
{
    for (int lane = 0; lane < NN_LANES; lane++)
        x[lane] = math_sqrt(x[lane]);
    return x;
}

static inline vec sign(vec x)
{
    return select(x > 0.0, vec_all(1), vec_all(0)) - select(x < 0.0, vec_all(1), vec_all(0));
}

static void add_penalties(const network *n, many *m)
{
    double l1 = n->options[NN_L1], l2 = n->options[NN_L2];
    for (const struct layer *l = n->layer; l < n->layer + n->layers; l++) {
        int32_t begin = l->weights * m->lanes, end = begin + l->units * l->inputs * m->lanes;
        for (int32_t i = begin; i < end; i += NN_LANES)
            *at(m->gradient, i) += l1 * sign(of(m->now.parameters, i)) + l2 * of(m->now.parameters, i);
    }
}

/* The norm of each run's gradient, and g *= clip / norm where it is larger than clip. */
static void clip(const network *n, many *m)
{
    int32_t count = n->parameter_count * m->lanes;
    for (int32_t lane = 0; lane < m->lanes; lane += NN_LANES) {
        vec largest = vec_all(0), sum = vec_all(0);
        for (int32_t i = lane; i < count; i += m->lanes) {
            vec size = vec_abs(of(m->gradient, i));
            largest = select(size > largest, size, largest);
        }
        for (int32_t i = lane; i < count; i += m->lanes) {
            vec part = of(m->gradient, i) / largest;
            sum += part * part;
        }
        /* Where all is 0 the norm is NaN, which is not larger, either. */
        vec norm = largest * root(sum);
        vec_bits over = norm > n->options[NN_CLIP];
        vec factor = n->options[NN_CLIP] / norm;
        for (int32_t i = lane; i < count; i += m->lanes)
            *at(m->gradient, i) = select(over, of(m->gradient, i) * factor, of(m->gradient, i));
    }
}

/* The runs have the same seed for it, and so the same noise. */
static void add_noise(const network *n, many *m)
{
    for (int32_t p = 0; p < n->parameter_count; p++) {
        double noise = n->options[NN_NOISE_STD] * random_normal(&m->noise);
        for (int32_t i = 0; i < m->lanes; i += NN_LANES)
            *at(row(m, m->gradient, p), i) += noise;
    }
}

/* The rules write the update's direction over the gradient, as those of optimizer.c. */

static void momentum(const network *n, many *m, double *g, int32_t count)
{
    double factor = n->options[NN_MOMENTUM_FACTOR];
    for (int32_t i = 0; i < count; i += NN_LANES)
        *at(g, i) = *at(m->made.first, i) = factor * of(m->now.first, i) + of(g, i);
}

static void nesterov(const network *n, many *m, double *g, int32_t count)
{
    double factor = n->options[NN_MOMENTUM_FACTOR];
    for (int32_t i = 0; i < count; i += NN_LANES) {
        vec velocity = factor * of(m->now.first, i) + of(g, i);
        *at(m->made.first, i) = velocity;
        *at(g, i) = of(g, i) + factor * velocity;
    }
}

static void rmsprop(const network *n, many *m, double *g, int32_t count)
{
    double decay = n->options[NN_DECAY], epsilon = n->options[NN_EPSILON];
    for (int32_t i = 0; i < count; i += NN_LANES) {
        vec second = decay * of(m->now.second, i) + (1 - decay) * (of(g, i) * of(g, i));
        *at(m->made.second, i) = second;
        *at(g, i) = of(g, i) / (root(second) + epsilon) + 0.0 * second;
    }
}

static void adam(const network *n, many *m, double *g, int32_t count)
{
    double beta1 = n->options[NN_BETA1], beta2 = n->options[NN_BETA2], epsilon = n->options[NN_EPSILON];
    double correction1 = optimizer_bias_correction(beta1, m->step + 1);
    double correction2 = math_sqrt(optimizer_bias_correction(beta2, m->step + 1));
    for (int32_t i = 0; i < count; i += NN_LANES) {
        vec first = beta1 * of(m->now.first, i) + (1 - beta1) * of(g, i);
        vec second = beta2 * of(m->now.second, i) + (1 - beta2) * (of(g, i) * of(g, i));
        *at(m->made.first, i) = first;
        *at(m->made.second, i) = second;
        *at(g, i) = (first / correction1) / (root(second) / correction2 + epsilon) + 0.0 * second;
    }
}

/* A row for each nn_optimizer, as in optimizer.c. NULL: the gradient is the direction. */
static void (*const rules[])(const network *n, many *m, double *g, int32_t count) = {
    [NN_GRADIENT_DESCENT] = NULL, [NN_MOMENTUM] = momentum, [NN_NESTEROV] = nesterov, [NN_RMSPROP] = rmsprop, [NN_ADAM] = adam,
};

/* A learning rate of its own, or none, for single parameters. */
static void apply_rates(const network *n, many *m)
{
    for (int32_t p = 0; p < n->parameter_count; p++)
        for (int32_t i = 0; i < m->lanes; i += NN_LANES) {
            vec *g = at(row(m, m->gradient, p), i);
            if (n->rates_differ)
                *g *= n->rate[p];
            if (n->frozen[p] != 0)
                *g = vec_all(0);
        }
}

static int is_outside(const network *n, const many *m, int32_t lane)
{
    for (int32_t p = 0; p < n->parameter_count; p++) {
        double next = m->made.parameters[p * m->lanes + lane];
        if (!(next >= -NN_MAX_PARAMETER && next <= NN_MAX_PARAMETER))
            return 1;
    }
    return 0;
}

/* Keeps what a run has that stops here, and makes it one of zeros. */
static void stop(const network *n, many *m, int32_t lane)
{
    if (!m->stopped[lane]) {
        m->stopped[lane] = 1;
        m->steps[lane] = (double)m->step;
        m->alive -= lane < m->runs;
        for (int32_t p = 0; p < n->parameter_count; p++)
            m->last[p * m->lanes + lane] = m->now.parameters[p * m->lanes + lane];
    }
    for (int32_t i = lane; i < n->parameter_count * m->lanes; i += m->lanes)
        m->made.parameters[i] = m->made.first[i] = m->made.second[i] = 0;
}

/* made = now - rate * direction; whether all of it is in range. */
static int descend(double *made, const double *now, const double *direction, double rate, int32_t count)
{
    wide_bits left = {0}, most = (wide_bits)wide_all(NN_MAX_PARAMETER);
    for (int32_t i = 0; i < count; i += WIDE) {
        wide next = wide_of(now, i) - rate * wide_of(direction, i);
        /* Sizes are in the order of their bits, and NaN is the largest: where one is too large, the difference is negative. */
        left |= most - (wide_bits)wide_abs(next);
        *wide_at(made, i) = next;
    }
    for (int lane = 0; lane < WIDE; lane++)
        if (left[lane] < 0)
            return 0;
    return 1;
}

void many_step_make(const network *n, many *m)
{
    if (n->options[NN_L1] != 0 || n->options[NN_L2] != 0)
        add_penalties(n, m);
    if (n->options[NN_CLIP] > 0)
        clip(n, m);
    if (n->options[NN_NOISE_STD] > 0)
        add_noise(n, m);
    int32_t optimizer = (int32_t)n->options[NN_OPTIMIZER];
    if (rules[optimizer])
        rules[optimizer](n, m, m->gradient, n->parameter_count * m->lanes);
    if (n->rates_differ || n->any_frozen)
        apply_rates(n, m);
    if (descend(m->made.parameters, m->now.parameters, m->gradient, n->options[NN_LEARNING_RATE], n->parameter_count * m->lanes))
        return;
    for (int32_t lane = 0; lane < m->lanes; lane++)
        if (is_outside(n, m, lane))
            stop(n, m, lane);
}
