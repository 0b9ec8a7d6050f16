/*
 * vector.h: the vector of NN_LANES doubles that every kernel is written in. It is an extension of C that GCC and clang (and so Emscripten) have:
 * other compilers cannot build the engine. They make v128, SSE2 or plain doubles of it, with the same bits. The number of lanes decides the
 * order of sums over examples, so it is part of the engine's results: 2, always. (The limits printed by the benchmark are the only builds that
 * take another number.)
 */
#ifndef VECTOR_H
#define VECTOR_H

#include <stdint.h>

#ifndef NN_LANES
#define NN_LANES 2
#endif

typedef double vec __attribute__((vector_size(8 * NN_LANES), may_alias));
typedef int64_t vec_bits __attribute__((vector_size(8 * NN_LANES), may_alias));
/* Two neighbors of an array, wherever they stand. */
typedef double pair __attribute__((vector_size(16), may_alias, aligned(8)));

/* Compilers inline what the kernels are made of only when told to. */
#define VEC_INLINE static inline __attribute__((always_inline))

VEC_INLINE vec vec_all(double x)
{
    return x - (vec){0};
}

/* x without its sign. */
VEC_INLINE vec vec_abs(vec x)
{
    return (vec)((vec_bits)x & INT64_MAX);
}

/* The smaller of x and limit; NaN stays. WebAssembly has an instruction for it that compilers do not find by themselves. */
VEC_INLINE vec vec_at_most(vec x, double limit)
{
#ifdef __wasm_simd128__
    return (vec)__builtin_wasm_pmin_f64x2(x, vec_all(limit));
#else
    vec_bits over = x > limit;
    return (vec)((over & (vec_bits)vec_all(limit)) | (~over & (vec_bits)x));
#endif
}

/* The reduction of every sum over examples. */
VEC_INLINE double vec_sum(vec x)
{
#if NN_LANES == 2
    return x[0] + x[1];
#else
    double sum = x[0];
    for (int lane = 1; lane < NN_LANES; lane++)
        sum += x[lane];
    return sum;
#endif
}

/* Two reductions at once, for one store of both: each as vec_sum does it. */
VEC_INLINE pair vec_sum_pair(vec x, vec y)
{
    pair sums = {x[0], y[0]};
    for (int lane = 1; lane < NN_LANES; lane++)
        sums += (pair){x[lane], y[lane]};
    return sums;
}

VEC_INLINE int vec_any(vec_bits mask)
{
    int64_t any = 0;
    for (int lane = 0; lane < NN_LANES; lane++)
        any |= mask[lane];
    return any != 0;
}

#endif
