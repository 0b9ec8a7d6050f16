/* error.h: the status and sentence of the last call that could fail. Knows nothing of networks. */
#ifndef ERROR_H
#define ERROR_H

#include "nn.h"

/* Clears the status, at the start of a public call. */
void error_clear(void);

/* Sets the status and begins its sentence; error_text, error_integer and error_number go on with it. Returns the status. */
nn_status error_set(nn_status status, const char *text);
void error_text(const char *text);
void error_integer(int64_t value);
/* Writes a double with 6 significant digits: "0.5", "1e+12", "NaN". For messages, not for data. */
void error_number(double value);

/* "<what> must be <minimum>..<maximum>, got <value>"; NN_BAD_ARGUMENT. */
nn_status error_range(const char *what, double minimum, double maximum, double value);
/* The same where the value is not in that range, or NaN; else NN_OK. */
nn_status error_check(const char *what, double minimum, double maximum, double value);

#endif
