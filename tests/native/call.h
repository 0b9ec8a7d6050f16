/*
 * call.h: calling any export of nn.h by its number, for driver.c and fuzz.c. calls.h is generated from nn.h.
 */
#ifndef CALL_H
#define CALL_H

#include <stdint.h>
#include <string.h>

#include "many/nn_many.h"
#include "nn.h"

/* An argument: 8 bytes, read as what the function takes. */
union slot {
    int32_t i;
    uint32_t u;
    double d;
    uint64_t bits;
};

/* A result: an integer or a double as bits, or what a pointer points to. */
struct outcome {
    uint64_t bits;
    const char *text;
    const double *list;
    int is_double, is_pointer;
};

static void set_integer(struct outcome *o, int64_t value)
{
    *o = (struct outcome){.bits = (uint64_t)value};
}

/* One pattern for every NaN. */
static void set_double(struct outcome *o, double value)
{
    *o = (struct outcome){.bits = 0x7ff8000000000000u, .is_double = 1};
    if (value == value)
        memcpy(&o->bits, &value, sizeof value);
}

static void set_text(struct outcome *o, const char *text)
{
    *o = (struct outcome){.text = text, .is_pointer = 1};
}

static void set_list(struct outcome *o, const double *list)
{
    *o = (struct outcome){.list = list, .is_pointer = 1};
}

#include "calls.h"

#endif
