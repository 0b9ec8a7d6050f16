/*
 * firmness.c: does a small difference between two tied units grow or heal?
 *
 * Move one unit by +t/sqrt(2) of (p, q) and the other by -t/sqrt(2): p on incoming weights and bias, q on outgoing weights. To first
 * order in t the layer above sees nothing, so the Hessian on these directions needs no second pass:
 *   d2J/dt2 = sum over examples of  (sum over k of d_k v_k) g''(z) (p.x)^2  +  2 sum over k of d_k q_k g'(z) (p.x)   (+ l2 |p, q|^2 on weights)
 * with x the unit's inputs (1 for the bias), v its outgoing weights, d_k the layer above's dJ/dz. One step of gradient descent
 * multiplies a difference along an eigenvector by 1 - learning rate * eigenvalue.
 */
#include <stdlib.h>
#include <string.h>

#include "backprop.h"
#include "error.h"
#include "math.h"
#include "objective.h"
#include "options.h"
#include "runs.h"
#include "wide.h"

#define LARGEST_DISTANCE 1e-3

static nn_status check_options(const network *n)
{
    if (options_are_plain(n))
        return NN_OK;
    return error_set(NN_BAD_STATE,
                     "firmness holds for full-batch gradient descent without clipping, dropout, noise, frozen parameters or unit rates");
}

static nn_status check_pair(network *n, int32_t layer, int32_t unit, int32_t other_unit)
{
    double distance = nn_distance(n->id, layer, unit, other_unit);
    if (unit == other_unit)
        return error_set(NN_BAD_ARGUMENT, "firmness asks about two units, got one twice");
    if (distance <= LARGEST_DISTANCE)
        return NN_OK;
    error_set(NN_BAD_STATE, "the units are ");
    error_number(distance);
    error_text(" apart; firmness asks about tied units, or differences up to ");
    error_number(LARGEST_DISTANCE);
    return NN_BAD_STATE;
}

/* The unit looked at, its place in the Hessian, and one row of its inputs. */
struct twins {
    const struct layer *l, *next;
    int32_t unit, incoming, size; /* incoming: inputs and bias; size: all rows of the Hessian */
};

static double input_of(const struct twins *p, const double *x, int32_t i, int32_t columns, int32_t e)
{
    return i < p->l->inputs ? x[i * columns + e] : 1;
}

/* Adds one span's part to the upper triangle, after its forward and backward pass. x: what the layer reads. */
static void add_span(double *hessian, const network *n, const struct twins *p, const struct span *s, const double *x)
{
    for (int32_t e = 0; e < s->examples; e++) {
        int32_t at = p->unit * s->columns + e;
        double blame = 0, slope = 0, slopes[WIDE_ROOM] __attribute__((aligned(64)));
        for (int32_t k = 0; k < p->next->units; k++)
            blame += p->next->d[k * s->columns + e] * n->now.parameters[layout_weight(p->next, k, p->unit)];
        /* g'(z), from the row that multiplies by it. */
        int32_t first = at / NN_LANES * NN_LANES;
        for (int32_t column = 0; column < WIDE_ROOM; column++)
            slopes[column] = 1;
        p->l->g->chain(slopes, p->l->z + first, p->l->a + first, NN_LANES);
        slope = slopes[at - first];
        double bend = blame * p->l->g->second(p->l->z[at], p->l->a[at]);
        for (int32_t i = 0; i < p->incoming; i++) {
            double xi = input_of(p, x, i, s->columns, e);
            for (int32_t j = i; j < p->incoming; j++)
                hessian[i * p->size + j] += bend * xi * input_of(p, x, j, s->columns, e);
            for (int32_t k = 0; k < p->next->units; k++)
                hessian[i * p->size + p->incoming + k] += p->next->d[k * s->columns + e] * slope * xi;
        }
    }
}

static void fill_hessian(double *hessian, network *n, const struct twins *p)
{
    double scale = 1 / (n->examples * objective_outputs(n));
    for (int32_t number = 0; number < layout_spans(n); number++) {
        struct span s = layout_span(n, number);
        backprop_forward(n, n->now.parameters, &s, 0);
        backprop_deltas(n, n->now.parameters, &s, scale, 0);
        add_span(hessian, n, p, &s, p->l == n->layer ? s.x : (p->l - 1)->a);
    }
    for (int32_t i = 0; i < p->size; i++) {
        if (i < p->l->inputs || i >= p->incoming)
            hessian[i * p->size + i] += n->options[NN_L2];
        for (int32_t j = 0; j < i; j++)
            hessian[i * p->size + j] = hessian[j * p->size + i];
    }
}

/* One Jacobi rotation: makes m[p][q] zero, where it is not negligible, and keeps the eigenvalues (Golub and Van Loan, Matrix Computations, 8.5). */
static void rotate(double *m, int32_t size, int32_t p, int32_t q)
{
    double off = m[p * size + q], at_p = m[p * size + p], at_q = m[q * size + q];
    if (off * off <= 1e-36 * (at_p * at_p + at_q * at_q))
        return;
    double tau = (at_q - at_p) / (2 * off);
    double root = math_sqrt(1 + tau * tau);
    double t = tau >= 0 ? 1 / (tau + root) : 1 / (tau - root);
    double c = 1 / math_sqrt(1 + t * t), s = t * c;
    for (int32_t i = 0; i < size; i++) {
        double ip = m[i * size + p], iq = m[i * size + q];
        m[i * size + p] = c * ip - s * iq;
        m[i * size + q] = s * ip + c * iq;
    }
    for (int32_t i = 0; i < size; i++) {
        double pi = m[p * size + i], qi = m[q * size + i];
        m[p * size + i] = c * pi - s * qi;
        m[q * size + i] = s * pi + c * qi;
    }
}

/* About the size of the largest element, so that no square of one overflows when all are divided by it; a power of two, which rounds none. Its last
   bit of the exponent is set, which makes a power of denormals and of zeros, too. */
static double power_of_two(const double *m, int32_t size)
{
    double largest = 0;
    for (int32_t i = 0; i < size * size; i++) {
        double element = m[i] < 0 ? -m[i] : m[i];
        largest = element > largest ? element : largest;
    }
    return math_from_bits((math_bits(largest) & 0x7ff0000000000000u) | 0x0010000000000000u);
}

/* Cyclic Jacobi: converges quadratically; at 257 rows 12 sweeps are more than enough. */
static double smallest_eigenvalue(double *m, int32_t size)
{
    double power = power_of_two(m, size);
    for (int32_t i = 0; i < size * size; i++)
        m[i] /= power;
    for (int sweep = 0; sweep < 12; sweep++)
        for (int32_t p = 0; p < size; p++)
            for (int32_t q = p + 1; q < size; q++)
                rotate(m, size, p, q);
    double smallest = m[0];
    for (int32_t i = 1; i < size; i++)
        smallest = m[i * size + i] < smallest ? m[i * size + i] : smallest;
    return smallest * power;
}

double nn_firmness(int32_t id, int32_t layer, int32_t unit, int32_t other_unit)
{
    network *n = runs_find(id);
    if (!n || runs_check_units(n, layer, unit, other_unit) || check_options(n) || check_pair(n, layer, unit, other_unit))
        return __builtin_nan("");
    if (objective_check_smooth(n))
        return __builtin_nan("");
    const struct layer *l = &n->layer[layer - 1];
    struct twins p = {l, l + 1, unit - 1, l->inputs + (l->biases >= 0), 0};
    p.size = p.incoming + p.next->units;
    double *hessian = calloc((size_t)p.size * (size_t)p.size, sizeof(double));
    if (!hessian) {
        error_set(NN_NO_MEMORY, "no memory for a Hessian; close other runs");
        return __builtin_nan("");
    }
    fill_hessian(hessian, n, &p);
    double lambda = smallest_eigenvalue(hessian, p.size);
    free(hessian);
    return lambda;
}
