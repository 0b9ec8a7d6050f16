/*
 * kernels.h: rows of a matrix times a span, and a block of a span times one of another: all that a network does but for its functions. The
 * bodies are to be inlined, and unrolled where the caller knows a size. backprop.c says in which order they add up, which is the same at every size.
 */
#ifndef KERNELS_H
#define KERNELS_H

#include "vector.h"

/* A matrix inside the parameters: element (r, k) at values[r * row + k * column]. */
struct matrix {
    const double *values;
    int32_t rows, inner, row, column;
};

/* out[r][c..] = start[r] + sum over k of m(r, k) in[k][c..], for `rows` rows from r and `vectors` vectors from column c. */
VEC_INLINE void kernel_affine_tile(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns, int32_t r,
                                   int32_t c, const int rows, const int vectors)
{
    vec sum[2][5];
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < vectors; v++)
            sum[i][v] = vec_all(start ? start[r + i] : 0);
    const double *weight = m->values + r * m->row;
    const double *column = in + c;
    for (int32_t k = 0; k < m->inner; k++, weight += m->column, column += columns)
        for (int v = 0; v < vectors; v++) {
            vec a = *(const vec *)(column + v * NN_LANES);
            for (int i = 0; i < rows; i++)
                sum[i][v] += weight[i * m->row] * a;
        }
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < vectors; v++)
            *(vec *)(out + (r + i) * columns + c + v * NN_LANES) = sum[i][v];
}

VEC_INLINE void kernel_affine_columns(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns,
                                      int32_t c, const int vectors)
{
    int32_t r = 0;
    for (; r + 2 <= m->rows; r += 2)
        kernel_affine_tile(out, in, m, start, columns, r, c, 2, vectors);
    if (r < m->rows)
        kernel_affine_tile(out, in, m, start, columns, r, c, 1, vectors);
}

/* How many vectors the tile at the end may have. Five is what a mini-batch of ten has: one vector left alone would wait for every addition.
   WebAssembly without SIMD has a sum for each lane, so five of two rows were more sums than registers, and code for nothing. */
#if defined(__wasm__) && !defined(__wasm_simd128__)
enum { LAST_TILE = 4, FEW = 2 };
#else
enum { LAST_TILE = 5, FEW = 3 };
#endif

/* out [rows][columns] = start + m in [inner][columns]; start NULL: zeros. In tiles of four vectors, and one of LAST_TILE at the end. */
VEC_INLINE void kernel_affine(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns)
{
    int32_t c = 0;
    for (; c + 4 * NN_LANES <= columns && c + LAST_TILE * NN_LANES != columns; c += 4 * NN_LANES)
        kernel_affine_columns(out, in, m, start, columns, c, 4);
    if (c + LAST_TILE * NN_LANES == columns) {
        kernel_affine_columns(out, in, m, start, columns, c, LAST_TILE);
        return;
    }
    for (; c + 2 * NN_LANES <= columns; c += 2 * NN_LANES)
        kernel_affine_columns(out, in, m, start, columns, c, 2);
    if (c < columns)
        kernel_affine_columns(out, in, m, start, columns, c, 1);
}

/* The same for a known number of inner rows up to FEW: the weights of a pair of rows stay in registers, and there is no loop over the inner
   rows, which would cost more than what it does. */

/* One vector of columns, for `rows` rows. `weight` [rows][FEW] and `first` [rows] are the same in all lanes. */
VEC_INLINE void kernel_affine_few_column(double *out, const double *in, const vec *weight, const vec *first, int32_t columns,
                                         const int rows, const int inner)
{
    vec a[FEW];
    for (int k = 0; k < inner; k++)
        a[k] = *(const vec *)(in + k * columns);
    for (int i = 0; i < rows; i++) {
        vec sum = first[i];
        for (int k = 0; k < inner; k++)
            sum += weight[i * FEW + k] * a[k];
        *(vec *)(out + i * columns) = sum;
    }
}

VEC_INLINE void kernel_affine_few_rows(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns,
                                       int32_t r, const int rows, const int inner)
{
    vec weight[2 * FEW], first[2];
    for (int i = 0; i < rows; i++) {
        first[i] = vec_all(start ? start[r + i] : 0);
        for (int k = 0; k < inner; k++)
            weight[i * FEW + k] = vec_all(m->values[(r + i) * m->row + k * m->column]);
    }
    double *to = out + r * columns;
    int32_t c = 0;
    for (; c + 4 * NN_LANES <= columns; c += 4 * NN_LANES)
        for (int v = 0; v < 4; v++)
            kernel_affine_few_column(to + c + v * NN_LANES, in + c + v * NN_LANES, weight, first, columns, rows, inner);
    for (; c < columns; c += NN_LANES)
        kernel_affine_few_column(to + c, in + c, weight, first, columns, rows, inner);
}

VEC_INLINE void kernel_affine_few(double *out, const double *in, const struct matrix *m, const double *start, int32_t columns,
                                  const int inner)
{
    int32_t r = 0;
    for (; r + 2 <= m->rows; r += 2)
        kernel_affine_few_rows(out, in, m, start, columns, r, 2, inner);
    if (r < m->rows)
        kernel_affine_few_rows(out, in, m, start, columns, r, 1, inner);
}

/* g[0] (+)= the sum of a, g[1] (+)= that of b: in one store, because the optimizer loads them together and would wait for two. */
VEC_INLINE void kernel_add_pair(double *g, vec a, vec b, int first)
{
    pair sums = vec_sum_pair(a, b);
    if (!first)
        sums += *(const pair *)g;
    *(pair *)g = sums;
}

VEC_INLINE void kernel_add_one(double *g, vec a, int first)
{
    *g = first ? vec_sum(a) : *g + vec_sum(a);
}

/* gradient [units][width] (+)= the first `block` columns of d [units][columns] times those of a [width][columns], transposed; where biases [units]
   are not NULL, they (+)= the sums of d. first: =, else +=. */
struct outer {
    double *gradient, *biases;
    const double *d, *a;
    int32_t units, width, columns, block;
    int first;
};

/* The part of it for `rows` units from j and `inputs` inputs from i. */
VEC_INLINE void kernel_outer_tile(const struct outer o, int32_t j, int32_t i, const int rows, const int inputs, const int with_biases)
{
    vec sum[3][4] = {{{0}}}, bias[3] = {{0}};
    const double *delta = o.d + j * o.columns, *input = o.a + i * o.columns;
    for (int32_t c = 0; c < o.block; c += NN_LANES) {
        for (int p = 0; p < inputs; p++) {
            vec value = *(const vec *)(input + p * o.columns + c);
            for (int q = 0; q < rows; q++)
                sum[q][p] += *(const vec *)(delta + q * o.columns + c) * value;
        }
        if (with_biases)
            for (int q = 0; q < rows; q++)
                bias[q] += *(const vec *)(delta + q * o.columns + c);
    }
    for (int q = 0; q < rows; q++) {
        double *g = o.gradient + (j + q) * o.width + i;
        for (int p = 0; p + 2 <= inputs; p += 2)
            kernel_add_pair(g + p, sum[q][p], sum[q][p + 1], o.first);
        if (inputs % 2)
            kernel_add_one(g + inputs - 1, sum[q][inputs - 1], o.first);
    }
    if (with_biases && rows > 1)
        kernel_add_pair(o.biases + j, bias[0], bias[1], o.first);
    if (with_biases && rows % 2)
        kernel_add_one(o.biases + j + rows - 1, bias[rows - 1], o.first);
}

/* In tiles of two units; three at the end are one tile where that many sums fit into registers: the fewer sums a tile has, the longer it waits for
   each addition. */
VEC_INLINE void kernel_outer_units(const struct outer o, int32_t i, const int inputs, const int with_biases)
{
    int32_t j = 0, triple = inputs <= 2 && o.units % 2 && o.units > 1 ? o.units - 3 : o.units;
    for (; j + 2 <= triple; j += 2)
        kernel_outer_tile(o, j, i, 2, inputs, with_biases);
    if (inputs <= 2 && triple < o.units)
        kernel_outer_tile(o, j, i, 3, inputs, with_biases);
    else if (j < o.units)
        kernel_outer_tile(o, j, i, 1, inputs, with_biases);
}

/* The biases go with the tiles of the first inputs, which have d at hand. */
VEC_INLINE void kernel_outer_inputs(const struct outer o, int32_t i, const int inputs)
{
    if (i == 0 && o.biases)
        kernel_outer_units(o, i, inputs, 1);
    else
        kernel_outer_units(o, i, inputs, 0);
}

VEC_INLINE void kernel_outer(const struct outer o)
{
    int32_t i = 0;
    for (; i + 4 <= o.width; i += 4)
        kernel_outer_inputs(o, i, 4);
    if (o.width - i == 3)
        kernel_outer_inputs(o, i, 3);
    else if (o.width - i == 2)
        kernel_outer_inputs(o, i, 2);
    else if (o.width - i == 1)
        kernel_outer_inputs(o, i, 1);
}

#endif
