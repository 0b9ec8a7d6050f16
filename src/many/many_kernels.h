/*
 * many_kernels.h: what kernels.h is for one run, for a vector of them: every weight is a vector, too, and what is read is either a vector or, in the
 * data, one number for all runs. The sums are those that backprop.c describes, taken for each run: over a block's odd and its even examples
 * apart, which elsewhere are the two lanes of a vector. Pointers move along the rows, four columns at a time, so that all but they are constants.
 */
#ifndef MANY_KERNELS_H
#define MANY_KERNELS_H

#include "vector.h"

/* A column of a row; `shared`: it is the same for all runs. */
VEC_INLINE vec many_value(const double *row, const int column, const int shared)
{
    return shared ? vec_all(row[column]) : *(const vec *)(row + column * NN_LANES);
}

/* How far apart columns are. */
VEC_INLINE int32_t many_width(const int shared)
{
    return shared ? 1 : NN_LANES;
}

/* out [rows][columns] = start [rows] + matrix [rows][inner] in [inner][columns] for one vector of runs. The strides are in doubles. */
struct many_affine {
    double *out;
    const double *in, *matrix, *start;
    int32_t rows, inner, columns;
    int32_t out_row, in_row, matrix_row, matrix_column, start_row;
};

/* `rows` rows of so many columns, for any inner. */
VEC_INLINE void many_affine_tile(const struct many_affine m, double *out, const double *in, const double *weight, const double *start,
                                 const int rows, const int columns, const int shared)
{
    vec sum[2][4];
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < columns; v++)
            sum[i][v] = *(const vec *)(start + i * m.start_row);
    for (int32_t k = 0; k < m.inner; k++, weight += m.matrix_column, in += m.in_row)
        for (int v = 0; v < columns; v++) {
            vec value = many_value(in, v, shared);
            for (int i = 0; i < rows; i++)
                sum[i][v] += *(const vec *)(weight + i * m.matrix_row) * value;
        }
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < columns; v++)
            *(vec *)(out + i * m.out_row + v * NN_LANES) = sum[i][v];
}

VEC_INLINE void many_affine_rows(const struct many_affine m, int32_t r, const int rows, const int shared)
{
    const double *in = m.in, *weight = m.matrix + r * m.matrix_row, *start = m.start + r * m.start_row;
    double *out = m.out + r * m.out_row;
    int32_t left = m.columns;
    for (; left >= 4; left -= 4, out += 4 * NN_LANES, in += 4 * many_width(shared))
        many_affine_tile(m, out, in, weight, start, rows, 4, shared);
    for (; left > 0; left--, out += NN_LANES, in += many_width(shared))
        many_affine_tile(m, out, in, weight, start, rows, 1, shared);
}

/* For a known number of inner rows up to MANY_FEW: the weights of the rows stay in registers. */
enum { MANY_FEW = 3 };

/* So many columns from where the pointers are, for `rows` rows. `weight` [rows][MANY_FEW] and `first` [rows]; out has a pointer a row, in one an inner row. */
VEC_INLINE void many_affine_few_columns(double **out, const double **in, const vec *weight, const vec *first, const int rows,
                                        const int inner, const int columns, const int shared)
{
    for (int v = 0; v < columns; v++) {
        vec value[MANY_FEW];
        for (int k = 0; k < inner; k++)
            value[k] = many_value(in[k], v, shared);
        for (int i = 0; i < rows; i++) {
            vec sum = first[i];
            for (int k = 0; k < inner; k++)
                sum += weight[i * MANY_FEW + k] * value[k];
            *(vec *)(out[i] + v * NN_LANES) = sum;
        }
    }
    for (int i = 0; i < rows; i++)
        out[i] += columns * NN_LANES;
    for (int k = 0; k < inner; k++)
        in[k] += columns * many_width(shared);
}

VEC_INLINE void many_affine_few_rows(const struct many_affine m, int32_t r, const int rows, const int inner, const int shared)
{
    vec weight[2 * MANY_FEW], first[2];
    double *out[2];
    const double *in[MANY_FEW];
    for (int i = 0; i < rows; i++) {
        first[i] = *(const vec *)(m.start + (r + i) * m.start_row);
        out[i] = m.out + (r + i) * m.out_row;
        for (int k = 0; k < inner; k++)
            weight[i * MANY_FEW + k] = *(const vec *)(m.matrix + (r + i) * m.matrix_row + k * m.matrix_column);
    }
    for (int k = 0; k < inner; k++)
        in[k] = m.in + k * m.in_row;
    int32_t left = m.columns;
    for (; left >= 4; left -= 4)
        many_affine_few_columns(out, in, weight, first, rows, inner, 4, shared);
    for (; left > 0; left--)
        many_affine_few_columns(out, in, weight, first, rows, inner, 1, shared);
}

VEC_INLINE void many_affine_few(const struct many_affine m, const int inner, const int shared)
{
    int32_t r = 0;
    for (; r + 2 <= m.rows; r += 2)
        many_affine_few_rows(m, r, 2, inner, shared);
    if (r < m.rows)
        many_affine_few_rows(m, r, 1, inner, shared);
}

VEC_INLINE void many_affine(const struct many_affine m, const int shared)
{
    if (m.inner == 1)
        many_affine_few(m, 1, shared);
    else if (m.inner == 2)
        many_affine_few(m, 2, shared);
    else if (m.inner == MANY_FEW)
        many_affine_few(m, MANY_FEW, shared);
    else {
        int32_t r = 0;
        for (; r + 2 <= m.rows; r += 2)
            many_affine_rows(m, r, 2, shared);
        if (r < m.rows)
            many_affine_rows(m, r, 1, shared);
    }
}

/* The sums over columns of d [units][columns] times a [width][columns], for one vector of runs, are added to those in partial, two a number; and where there
   are biases, those of d. */
struct many_outer {
    double *partial;
    const double *d, *a;
    int32_t units, width, columns, lanes; /* sums are `lanes` apart, numbers twice that */
    int32_t d_row, a_row;
    int32_t biases; /* where the biases' numbers begin, behind those of the weights; -1: none */
};

VEC_INLINE void many_load(const struct many_outer o, vec *sums, int32_t number)
{
    const double *partial = o.partial + number * 2 * o.lanes;
    for (int parity = 0; parity < 2; parity++)
        sums[parity] = *(const vec *)(partial + parity * o.lanes);
}

VEC_INLINE void many_store(const struct many_outer o, const vec *sums, int32_t number)
{
    double *partial = o.partial + number * 2 * o.lanes;
    for (int parity = 0; parity < 2; parity++)
        *(vec *)(partial + parity * o.lanes) = sums[parity];
}

/* What so many columns add to the sums [rows][inputs][2 parities]; d and a have a pointer a row. */
VEC_INLINE void many_outer_columns(vec *sum, const double **d, const double **a, const int rows, const int inputs, const int columns,
                                   const int shared)
{
    for (int v = 0; v < columns; v++)
        for (int p = 0; p < inputs; p++) {
            vec value = many_value(a[p], v, shared);
            for (int q = 0; q < rows; q++)
                sum[(q * inputs + p) * 2 + v % 2] += *(const vec *)(d[q] + v * NN_LANES) * value;
        }
    for (int q = 0; q < rows; q++)
        d[q] += columns * NN_LANES;
    for (int p = 0; p < inputs; p++)
        a[p] += columns * many_width(shared);
}

/* The part of it for `rows` units from j and `inputs` inputs from i. */
VEC_INLINE void many_outer_tile(const struct many_outer o, int32_t j, int32_t i, const int rows, const int inputs, const int shared)
{
    vec sum[2 * 2 * 2];
    const double *d[2], *a[2];
    for (int q = 0; q < rows; q++) {
        d[q] = o.d + (j + q) * o.d_row;
        for (int p = 0; p < inputs; p++)
            many_load(o, sum + (q * inputs + p) * 2, (j + q) * o.width + i + p);
    }
    for (int p = 0; p < inputs; p++)
        a[p] = o.a + (i + p) * o.a_row;
    int32_t left = o.columns;
    for (; left >= 2; left -= 2)
        many_outer_columns(sum, d, a, rows, inputs, 2, shared);
    if (left)
        many_outer_columns(sum, d, a, rows, inputs, 1, shared);
    for (int q = 0; q < rows; q++)
        for (int p = 0; p < inputs; p++)
            many_store(o, sum + (q * inputs + p) * 2, (j + q) * o.width + i + p);
}

/* The biases of `rows` units from j. */
VEC_INLINE void many_sum_tile(const struct many_outer o, int32_t j, const int rows)
{
    vec sum[2 * 2];
    const double *d[2];
    for (int q = 0; q < rows; q++) {
        d[q] = o.d + (j + q) * o.d_row;
        many_load(o, sum + q * 2, o.biases + j + q);
    }
    int32_t left = o.columns;
    for (; left >= 2; left -= 2)
        for (int q = 0; q < rows; q++, d[q - 1] += 2 * NN_LANES)
            for (int parity = 0; parity < 2; parity++)
                sum[q * 2 + parity] += *(const vec *)(d[q] + parity * NN_LANES);
    for (int q = 0; q < rows; q++) {
        if (left)
            sum[q * 2] += *(const vec *)d[q];
        many_store(o, sum + q * 2, o.biases + j + q);
    }
}

VEC_INLINE void many_outer_units(const struct many_outer o, int32_t j, const int rows, const int shared)
{
    int32_t i = 0;
    for (; i + 2 <= o.width; i += 2)
        many_outer_tile(o, j, i, rows, 2, shared);
    if (i < o.width)
        many_outer_tile(o, j, i, rows, 1, shared);
    if (o.biases >= 0)
        many_sum_tile(o, j, rows);
}

VEC_INLINE void many_outer(const struct many_outer o, const int shared)
{
    int32_t j = 0;
    for (; j + 2 <= o.units; j += 2)
        many_outer_units(o, j, 2, shared);
    if (j < o.units)
        many_outer_units(o, j, 1, shared);
}

#endif
