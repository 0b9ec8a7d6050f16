/*
 * error.c: the status and sentence of the last call that could fail, in a fixed buffer so that reporting a failure cannot fail.
 * It writes its few numbers itself: printf would be larger than the engine.
 */
#include "error.h"

#include <stddef.h>

static nn_status last_status = NN_OK;
static char sentence[256];
static size_t length = 0;

static void put(char c)
{
    sentence[length] = c;
    sentence[length + 1] = '\0';
    /* A sentence longer than the buffer would lose its end; none is. */
    length += length + 2 < sizeof sentence;
}

void error_clear(void)
{
    last_status = NN_OK;
    length = 0;
    sentence[0] = '\0';
}

nn_status error_set(nn_status status, const char *text)
{
    error_clear();
    last_status = status;
    error_text(text);
    return status;
}

void error_text(const char *text)
{
    while (*text)
        put(*text++);
}

void error_integer(int64_t value)
{
    char digits[20];
    size_t count = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (value < 0)
        put('-');
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    while (count)
        put(digits[--count]);
}

/* Writes 100000..999999, read as d.ddddd times 10 to the exponent, without trailing zeros. */
static void put_digits(int32_t digits, int32_t exponent)
{
    char text[6];
    int32_t used = 6, point = exponent >= -4 && exponent < 6 ? exponent : 0;
    for (int32_t i = 5; i >= 0; i--) {
        text[i] = (char)('0' + digits % 10);
        digits /= 10;
    }
    while (used > 1 && used > point + 1 && text[used - 1] == '0')
        used--;
    if (point < 0)
        error_text("0.");
    for (int32_t i = -1; i > point; i--)
        put('0');
    for (int32_t i = 0; i < used; i++) {
        put(text[i]);
        if (i == point && i + 1 < used)
            put('.');
    }
    if (point != exponent) {
        put('e');
        error_integer(exponent);
    }
}

void error_number(double value)
{
    int32_t exponent = 5;
    if (value != value) {
        error_text("NaN");
        return;
    }
    if (value < 0) {
        put('-');
        value = -value;
    }
    if (value == 0 || value > 1.7976931348623157e308) {
        error_text(value == 0 ? "0" : "Infinity");
        return;
    }
    for (; value >= 999999.5; exponent++)
        value /= 10;
    for (; value < 99999.95; exponent--)
        value *= 10;
    put_digits((int32_t)(value + 0.5), exponent);
}

nn_status error_range(const char *what, double minimum, double maximum, double value)
{
    error_set(NN_BAD_ARGUMENT, what);
    error_text(" must be ");
    error_number(minimum);
    error_text("..");
    error_number(maximum);
    error_text(", got ");
    error_number(value);
    return NN_BAD_ARGUMENT;
}

nn_status error_check(const char *what, double minimum, double maximum, double value)
{
    return value >= minimum && value <= maximum ? NN_OK : error_range(what, minimum, maximum, value);
}

nn_status nn_error_code(void)
{
    return last_status;
}

const char *nn_error_message(void)
{
    return sentence;
}
