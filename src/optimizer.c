/*
 * optimizer.c: the update rules, one function each, elementwise: parameters with equal values, gradients and memory get equal
 * updates, so that no rule can part tied units. nn.h has the formulas; w is a parameter, g its gradient, a the learning rate.
 * The order: gradient with penalties, clipped, noise added, then the rule with each parameter's own learning rate.
 */
#include "optimizer.h"

#include <string.h>

#include "math.h"

static double sign(double x)
{
    return (double)((x > 0) - (x < 0));
}

/* One past the index of a layer's last weight: penalties leave biases out. */
static int32_t weights_end(const struct layer *l)
{
    return l->weights + l->units * l->inputs;
}

void optimizer_add_penalties(const network *n, double *gradient, const double *parameters)
{
    double l1 = n->options[NN_L1], l2 = n->options[NN_L2];
    if (l1 == 0 && l2 == 0)
        return;
    for (const struct layer *l = n->layer; l < n->layer + n->layers; l++)
        for (int32_t p = l->weights; p < weights_end(l); p++)
            gradient[p] += l1 * sign(parameters[p]) + l2 * parameters[p];
}

double optimizer_penalty(const network *n, const double *parameters)
{
    double l1 = n->options[NN_L1], l2 = n->options[NN_L2], sum = 0;
    for (const struct layer *l = n->layer; l < n->layer + n->layers; l++)
        for (int32_t p = l->weights; p < weights_end(l); p++) {
            double w = parameters[p];
            sum += l1 * (w < 0 ? -w : w) + 0.5 * l2 * (w * w);
        }
    return sum;
}

/* The gradient's norm, its largest element factored out so that no square overflows: a huge gradient is clipped, not lost. */
static double norm(const network *n)
{
    double largest = 0, sum = 0;
    for (int32_t p = 0; p < n->parameter_count; p++) {
        double size = n->gradient[p] < 0 ? -n->gradient[p] : n->gradient[p];
        largest = size > largest ? size : largest;
    }
    if (largest == 0)
        return 0;
    for (int32_t p = 0; p < n->parameter_count; p++) {
        double part = n->gradient[p] / largest;
        sum += part * part;
    }
    return largest * math_sqrt(sum);
}

/* g *= clip / |g| where |g| > clip: one factor for all. */
static void clip(network *n)
{
    double size = norm(n), limit = n->options[NN_CLIP];
    if (size > limit)
        for (int32_t p = 0; p < n->parameter_count; p++)
            n->gradient[p] *= limit / size;
}

static void add_noise(network *n)
{
    for (int32_t p = 0; p < n->parameter_count; p++)
        n->gradient[p] += n->options[NN_NOISE_STD] * random_normal(&n->noise);
}

/* The rules write the update's direction, to be multiplied by the learning rate, over the gradient. */

static void momentum(network *n, double *g)
{
    double m = n->options[NN_MOMENTUM_FACTOR];
    for (int32_t p = 0; p < n->stride; p++)
        g[p] = n->made.first[p] = m * n->now.first[p] + g[p];
}

static void nesterov(network *n, double *g)
{
    double m = n->options[NN_MOMENTUM_FACTOR];
    for (int32_t p = 0; p < n->stride; p++) {
        n->made.first[p] = m * n->now.first[p] + g[p];
        g[p] = g[p] + m * n->made.first[p];
    }
}

/* g divided by a root of the second moment. A moment that overflowed makes it NaN, so that the step is refused; the quotient would be 0
   from then on, and the run would stand still without a word. */
static double scaled(double g, double root, double second)
{
    return g / root + 0 * second;
}

static void rmsprop(network *n, double *g)
{
    double decay = n->options[NN_DECAY], epsilon = n->options[NN_EPSILON];
    for (int32_t p = 0; p < n->stride; p++) {
        n->made.second[p] = decay * n->now.second[p] + (1 - decay) * (g[p] * g[p]);
        g[p] = scaled(g[p], math_sqrt(n->made.second[p]) + epsilon, n->made.second[p]);
    }
}

double optimizer_bias_correction(double beta, int64_t steps)
{
    double power = 1;
    for (; steps; steps >>= 1, beta *= beta)
        if (steps & 1)
            power *= beta;
    return 1 - power;
}

static void adam(network *n, double *g)
{
    double beta1 = n->options[NN_BETA1], beta2 = n->options[NN_BETA2], epsilon = n->options[NN_EPSILON];
    double correction1 = optimizer_bias_correction(beta1, n->step + 1),
           correction2 = math_sqrt(optimizer_bias_correction(beta2, n->step + 1));
    for (int32_t p = 0; p < n->stride; p++) {
        n->made.first[p] = beta1 * n->now.first[p] + (1 - beta1) * g[p];
        n->made.second[p] = beta2 * n->now.second[p] + (1 - beta2) * (g[p] * g[p]);
        g[p] = scaled(n->made.first[p] / correction1, math_sqrt(n->made.second[p]) / correction2 + epsilon, n->made.second[p]);
    }
}

/* A row for each nn_optimizer. direct NULL: the gradient is the direction. */
static const struct rule {
    const char *name;
    void (*direct)(network *n, double *g);
} rules[] = {
    [NN_GRADIENT_DESCENT] = {"gradient-descent", NULL},
    [NN_MOMENTUM] = {"momentum", momentum},
    [NN_NESTEROV] = {"nesterov", nesterov},
    [NN_RMSPROP] = {"rmsprop", rmsprop},
    [NN_ADAM] = {"adam", adam},
};

/* A frozen parameter gets no update, whatever its gradient. */
static void keep_frozen(network *n)
{
    for (int32_t p = 0; p < n->parameter_count; p++)
        if (n->frozen[p] != 0)
            n->gradient[p] = 0;
}

int optimizer_make(network *n)
{
    if (n->options[NN_CLIP] > 0)
        clip(n);
    if (n->options[NN_NOISE_STD] > 0)
        add_noise(n);
    const struct rule *rule = &rules[(nn_optimizer)n->options[NN_OPTIMIZER]];
    if (rule->direct)
        rule->direct(n, n->gradient);
    if (n->rates_differ)
        for (int32_t p = 0; p < n->parameter_count; p++)
            n->gradient[p] *= n->rate[p];
    if (n->any_frozen)
        keep_frozen(n);
    double rate = n->options[NN_LEARNING_RATE];
    vec_bits outside = {0};
    for (int32_t p = 0; p < n->stride; p += NN_LANES) {
        vec next = *(const vec *)(n->now.parameters + p) - rate * *(const vec *)(n->gradient + p);
        outside |= ~(vec_abs(next) <= NN_MAX_PARAMETER);
        *(vec *)(n->made.parameters + p) = next;
    }
    return !vec_any(outside);
}

const char *nn_optimizer_name(int32_t kind)
{
    return kind >= 0 && kind < (int32_t)(sizeof rules / sizeof *rules) ? rules[kind].name : NULL;
}
