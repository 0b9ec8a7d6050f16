/*
 * driver.c: repeats recordings (recorder.js has the format) and compares every result bit for bit. With FAIL_ALLOCATIONS every call is
 * first made with the first, the second, ... allocation failing, which has to be an error that changes nothing.
 * Ends with 0 when all is equal, with 1 and a sentence at the first difference. One process repeats one recording.
 */
#include <stdio.h>
#include <stdlib.h>

#include "call.h"

#define EXCHANGE UINT32_MAX

static const uint32_t *words;
static size_t place = 0, end = 0, calls_made = 0;

static uint64_t word_pair(void)
{
    if (place + 2 > end) {
        printf("the recording ends in the middle of a call\n");
        exit(2);
    }
    uint64_t pair = (uint64_t)words[place + 1] << 32 | words[place];
    place += 2;
    return pair;
}

/* The hash of recorder.js. */
struct hash {
    uint32_t low, high;
};

static struct hash hash_begin(void)
{
    return (struct hash){0x811c9dc5, 0x9747b28c};
}

static void hash_word(struct hash *h, uint32_t word)
{
    h->low = (h->low ^ word) * 0x01000193u;
    h->high = (h->high << 13 | h->high >> 19) * 0x85ebca6bu ^ word;
}

static uint64_t hash_end(struct hash h)
{
    return (uint64_t)h.high << 32 | h.low;
}

static uint64_t hash_list(const double *list, size_t length)
{
    struct hash h = hash_begin();
    for (size_t i = 0; i < length; i++) {
        uint64_t bits;
        memcpy(&bits, list + i, sizeof bits);
        hash_word(&h, (uint32_t)bits);
        hash_word(&h, (uint32_t)(bits >> 32));
    }
    return hash_end(h);
}

static uint64_t outcome_bits(const struct outcome *o, size_t length)
{
    if (!o->is_pointer)
        return o->bits;
    if (!o->text && !o->list)
        return 0;
    if (o->list)
        return hash_list(o->list, length);
    struct hash h = hash_begin();
    for (const char *c = o->text; *c; c++)
        hash_word(&h, (unsigned char)*c);
    return hash_end(h);
}

static void expect(uint64_t got, uint64_t wanted, const char *function, const char *what)
{
    if (got == wanted)
        return;
    double got_double, wanted_double;
    memcpy(&got_double, &got, sizeof got);
    memcpy(&wanted_double, &wanted, sizeof wanted);
    printf("call %zu, %s, %s: got %llx (as a double %.17g), recorded %llx (%.17g)\n", calls_made, function, what, (unsigned long long)got,
           got_double, (unsigned long long)wanted, wanted_double);
    exit(1);
}

#ifdef FAIL_ALLOCATIONS

/* The linker sends the engine's malloc and calloc here (--wrap). countdown: which allocation from now on fails; 0: none. */
static int countdown = 0, failed = 0;
void *__real_malloc(size_t bytes);
void *__real_calloc(size_t count, size_t bytes);
void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);

static int fails(void)
{
    return countdown > 0 && --countdown == 0 ? (failed = 1) : 0;
}

void *__wrap_malloc(size_t bytes)
{
    return fails() ? NULL : __real_malloc(bytes);
}

void *__wrap_calloc(size_t count, size_t bytes)
{
    return fails() ? NULL : __real_calloc(count, bytes);
}

/* All that a caller can see of the engine's runs, the last few ids. */
static uint64_t visible_state(void)
{
    struct hash h = hash_begin();
    static int32_t newest = 0;
    hash_word(&h, (uint32_t)nn_alive());
    while (nn_memory(newest + 1) > 0)
        newest++;
    for (int32_t id = newest > 3 ? newest - 3 : 1; id <= newest; id++) {
        hash_word(&h, (uint32_t)nn_memory(id));
        hash_word(&h, nn_fingerprint_low(id));
        hash_word(&h, nn_fingerprint_high(id));
        hash_word(&h, (uint32_t)nn_stopped(id));
    }
    return hash_end(h);
}

/* Returns once the next call will get all the memory it asks for; only calls that allocate get this far twice. */
static void call_with_failures(uint32_t function, const union slot *arguments, struct outcome *o)
{
    for (int allocation = 1;; allocation++) {
        uint64_t before = 0, exchange = 0;
        int allocates = strcmp(functions[function].name, "nn_create") == 0 || strcmp(functions[function].name, "nn_firmness") == 0 ||
                        strcmp(functions[function].name, "nn_many_begin") == 0;
        if (allocates) {
            before = visible_state();
            exchange = hash_list(nn_exchange(), (size_t)nn_exchange_length());
        }
        failed = 0;
        countdown = allocation;
        call(function, arguments, o);
        countdown = 0;
        if (!failed)
            return;
        expect((uint64_t)nn_error_code(), NN_NO_MEMORY, functions[function].name, "status without memory");
        expect(nn_error_message()[0] != 0, 1, functions[function].name, "a sentence without memory");
        expect(o->bits, o->is_double ? 0x7ff8000000000000u : 0, functions[function].name, "result without memory");
        expect((uint64_t)allocates, 1, functions[function].name, "is known to allocate");
        expect(visible_state(), before, functions[function].name, "state without memory");
        expect(hash_list(nn_exchange(), (size_t)nn_exchange_length()), exchange, functions[function].name, "exchange without memory");
    }
}
#define call call_with_failures
#endif

static void repeat_call(uint32_t function, uint32_t count)
{
    union slot arguments[16];
    struct outcome o = {0};
    for (uint32_t i = 0; i < count; i++)
        arguments[i].bits = word_pair();
    uint64_t wanted = word_pair();
    uint64_t lengths = word_pair(), exchange = word_pair();
    calls_made++;
    call(function, arguments, &o);
    expect(outcome_bits(&o, (size_t)(uint32_t)lengths), wanted, functions[function].name, "result");
    if (lengths >> 32)
        expect(hash_list(nn_exchange(), (size_t)(lengths >> 32)), exchange, functions[function].name, "exchange");
}

static void *read_all(const char *path, size_t *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) {
        printf("cannot read %s\n", path);
        exit(2);
    }
    *bytes = (size_t)ftell(file);
    rewind(file);
    void *content = malloc(*bytes + 1);
    if (!content || fread(content, 1, *bytes, file) != *bytes)
        exit(2);
    fclose(file);
    return content;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    size_t bytes;
    void *content = read_all(arguments[1], &bytes);
    words = content;
    end = bytes / 4;
    while (place < end) {
        uint64_t head = word_pair();
        uint32_t function = (uint32_t)head, size = (uint32_t)(head >> 32);
        if (function == EXCHANGE) {
            size_t offset = (size_t)word_pair();
            for (uint32_t i = 0; i < size; i++) {
                uint64_t bits = word_pair();
                memcpy(nn_exchange() + offset + i, &bits, sizeof bits);
            }
        } else {
            repeat_call(function, size);
        }
    }
    printf("%zu calls\n", calls_made);
    free(content);
    /* What the recording left alive is freed here, so that a leak is the engine's. */
    for (int32_t id = 1; nn_alive() > 0; id++)
        nn_destroy(id);
    nn_many_end();
    return 0;
}
