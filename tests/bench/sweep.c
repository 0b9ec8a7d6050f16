/*
 * The C of src/many/ as a native program, for ./build.sh bench --sweep: how far WebAssembly is from what the processor can do. Reads a plan (inputs, hidden
 * layers, their units, tanh or not, examples with their targets, runs, steps, learning rate) and prints processor nanoseconds a step of one run, and a
 * hash of all runs' fingerprints.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "many/nn_many.h"

static double number(void)
{
    double value;
    if (scanf("%lf", &value) != 1)
        exit(2);
    return value;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int32_t read_run(void)
{
    double *exchange = nn_exchange();
    int32_t inputs = (int32_t)number(), layers = (int32_t)number();
    double units[NN_MAX_HIDDEN_LAYERS];
    for (int32_t k = 0; k < layers; k++)
        units[k] = number();
    int32_t activation = number() > 0 ? NN_TANH : NN_SIGMOID, examples = (int32_t)number();
    for (int32_t k = 0; k < layers; k++)
        exchange[k] = units[k];
    int32_t id = nn_create(inputs, layers, 1, activation, NN_SIGMOID, NN_CROSS_ENTROPY, 1, examples);
    for (int32_t e = 0; e < examples; e++) {
        for (int32_t i = 0; i <= inputs; i++)
            exchange[i] = number();
        nn_set_example(id, e);
    }
    return id;
}

int main(void)
{
    int32_t id = read_run(), runs = (int32_t)number(), steps = (int32_t)number();
    nn_set_option(id, NN_LEARNING_RATE, number());
    int32_t most = nn_many_fitting(id);
    uint32_t hash = 0;
    double before = now();
    for (int32_t seed = 0; seed < runs;) {
        int32_t count = most < 2 ? 1 : runs - seed < most ? runs - seed : most;
        if (most >= 2)
            nn_many_begin(id, count);
        for (int32_t place = 0; place < count; place++) {
            nn_initialize(id, NN_GLOROT_UNIFORM, (uint32_t)(seed + place), 0, 1);
            nn_keep_start(id);
            if (most >= 2)
                nn_many_put(id, place);
            else
                nn_many_unrecorded(id);
        }
        if (most >= 2)
            nn_many_train(id, steps);
        else
            nn_train(id, steps);
        for (int32_t place = 0; place < count; place++) {
            if (most >= 2)
                nn_many_get(id, place);
            hash = hash * 31 + nn_fingerprint_low(id);
        }
        seed += count;
    }
    printf("%.17g %08x\n", (now() - before) / runs / steps, hash);
    return 0;
}
