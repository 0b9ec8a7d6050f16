/*
 * carve.h: one allocation, carved into named arrays, each at a multiple of 64 bytes: so there is always room for whole loops (WIDE_ROOM in wide.h).
 */
#ifndef CARVE_H
#define CARVE_H

#include <stddef.h>
#include <stdint.h>

/* Lays arrays out one behind the other. With base NULL it only measures. */
typedef struct carver {
    char *base;
    size_t used;
} carver;

static inline void *carve(carver *c, size_t bytes)
{
    void *at = c->base ? c->base + c->used : NULL;
    c->used += (bytes + 63) / 64 * 64;
    return at;
}

static inline double *carve_doubles(carver *c, int32_t rows, int32_t columns)
{
    return carve(c, sizeof(double) * (size_t)rows * (size_t)columns);
}

#endif
