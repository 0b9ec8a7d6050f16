/*
 * native.c: the engine without WebAssembly, for the benchmark. Reads from standard input a network, its examples and its parameters,
 * trains, and prints the processor time of a step in nanoseconds and the fingerprint of the end.
 * Input: steps, batch size, learning rate, activation, inputs, hidden layers, the units of each, examples; the examples (inputs, one target); parameters.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../src/nn.h"

static double number(void)
{
    double x;
    if (scanf("%lf", &x) != 1)
        exit(2);
    return x;
}

static int32_t integer(void)
{
    return (int32_t)number();
}

static double nanoseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

int main(void)
{
    int32_t steps = integer(), batch = integer();
    double rate = number();
    int32_t activation = integer(), inputs = integer(), hidden = integer();
    for (int32_t k = 0; k < hidden; k++)
        nn_exchange()[k] = number();
    int32_t examples = integer();
    int32_t id = nn_create(inputs, hidden, 1, activation, NN_SIGMOID, NN_CROSS_ENTROPY, 1, examples);
    for (int32_t e = 0; e < examples; e++) {
        for (int32_t i = 0; i <= inputs; i++)
            nn_exchange()[i] = number();
        nn_set_example(id, e);
    }
    for (int32_t p = 0; p < nn_parameter_count(id); p++)
        nn_set_parameter(id, p, number());
    nn_keep_start(id);
    nn_set_option(id, NN_BATCH_SIZE, batch);
    nn_set_option(id, NN_LEARNING_RATE, rate);
    nn_train(id, steps / 10); /* clocks of the processor go up, caches fill */
    nn_reset(id);
    double before = nanoseconds();
    nn_train(id, steps);
    double after = nanoseconds();
    printf("%.17g %08x%08x\n", (after - before) / steps, nn_fingerprint_high(id), nn_fingerprint_low(id));
    return id == 0 || nn_stopped(id);
}
