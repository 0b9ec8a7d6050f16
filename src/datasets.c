/*
 * datasets.c: data sets by name, drawn from a seed with the engine's own functions, so that they are the same bits everywhere.
 * A row for each set; a set draws one example at a time. Noise is normal, added to every input after the target is decided.
 */
#include "error.h"
#include "math.h"
#include "runs.h"

#define PI 3.141592653589793

struct feature {
    const char *name, *unit;
    double low, high; /* of the raw value, drawn uniformly; the input is standardized: mean 0, deviation 1. Both 0: no unit */
};

struct dataset {
    const char *name, *target;
    int32_t features, examples;
    double noise;
    struct feature feature[4];
    /* Draws example number e into x [features] and returns its target. */
    double (*draw)(struct random *r, int32_t e, double *x);
};

/* ---- truth tables: the four corners in turn, 00, 01, 10, 11 ---- */

static int corner(int32_t e, double *x)
{
    x[0] = e / 2 % 2;
    x[1] = e % 2;
    return (int)(x[0] + x[1]);
}

static double draw_xor(struct random *r, int32_t e, double *x)
{
    (void)r;
    return corner(e, x) == 1;
}

static double draw_and(struct random *r, int32_t e, double *x)
{
    (void)r;
    return corner(e, x) == 2;
}

static double draw_or(struct random *r, int32_t e, double *x)
{
    (void)r;
    return corner(e, x) >= 1;
}

/* ---- shapes in the plane, the two classes in turn ---- */

static double between(struct random *r, double low, double high)
{
    return low + (high - low) * random_uniform(r);
}

static void polar(double radius, double angle, double *x)
{
    x[0] = radius * math_cos(angle);
    x[1] = radius * math_sin(angle);
}

/* 1: a disk; 0: the ring around it. */
static double draw_circles(struct random *r, int32_t e, double *x)
{
    int inside = e % 2 == 0;
    double radius = inside ? 0.5 * math_sqrt(random_uniform(r)) : between(r, 0.75, 1);
    polar(radius, between(r, 0, 2 * PI), x);
    return inside;
}

/* Two clouds about (1, 1) and (-1, -1); their width is the noise. */
static double draw_gaussians(struct random *r, int32_t e, double *x)
{
    (void)r;
    x[0] = x[1] = e % 2 == 0 ? 1 : -1;
    return e % 2 == 0;
}

/* Two arms of one and three quarter turns. */
static double draw_spiral(struct random *r, int32_t e, double *x)
{
    double along = random_uniform(r);
    polar(0.1 + 0.9 * along, 3.5 * PI * along + (e % 2 == 0 ? 0 : PI), x);
    return e % 2 == 0;
}

/* XOR of the signs, over the square. */
static double draw_quadrants(struct random *r, int32_t e, double *x)
{
    (void)e;
    x[0] = between(r, -1, 1);
    x[1] = between(r, -1, 1);
    return (x[0] > 0) != (x[1] > 0);
}

/* Two half circles that reach into each other. */
static double draw_moons(struct random *r, int32_t e, double *x)
{
    int upper = e % 2 == 0;
    polar(1, between(r, 0, PI), x);
    x[0] = upper ? x[0] - 0.5 : 0.5 - x[0];
    x[1] = upper ? x[1] - 0.25 : 0.25 - x[1];
    return upper;
}

/* ---- stories, in raw units ---- */

static const struct dataset *story(nn_dataset which);

static double scale_of(const struct feature *f)
{
    return f->high > f->low ? (f->high - f->low) / math_sqrt(12) : 1;
}

static double offset_of(const struct feature *f)
{
    return (f->low + f->high) / 2;
}

/* Draws raw values into raw and the standardized ones into x. */
static void draw_raw(struct random *r, const struct dataset *set, double *raw, double *x)
{
    for (int32_t i = 0; i < set->features; i++) {
        const struct feature *f = &set->feature[i];
        raw[i] = between(r, f->low, f->high);
        x[i] = (raw[i] - offset_of(f)) / scale_of(f);
    }
}

/* A roast is good inside a triangle: warm enough, long enough, and not both too warm and too long: the third side falls from
   15 minutes at 180 degrees to 11.5 minutes at 260 degrees. */
static double draw_coffee(struct random *r, int32_t e, double *x)
{
    (void)e;
    double raw[2];
    draw_raw(r, story(NN_DATA_COFFEE), raw, x);
    return raw[0] > 180 && raw[1] > 11.5 && raw[1] < 15 - (raw[0] - 180) * (3.5 / 80);
}

/* A top seller is affordable, known and thought good: three quantities that nobody measured, each a soft threshold on some features.
   People take a high price for quality. */
static double draw_demand(struct random *r, int32_t e, double *x)
{
    (void)e;
    double raw[4];
    draw_raw(r, story(NN_DATA_DEMAND), raw, x);
    double affordability = nn_sigmoid(-2.5 * (x[0] + 0.6 * x[1]) + 0.5);
    double awareness = nn_sigmoid(3 * x[2] + 0.5);
    double quality = nn_sigmoid(1.5 * x[0] + 2.5 * x[3]);
    return affordability + awareness + quality > 1.9;
}

static const struct dataset sets[] = {
    [NN_DATA_XOR] = {"xor", "y", 2, 4, 0, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_xor},
    [NN_DATA_AND] = {"and", "y", 2, 4, 0, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_and},
    [NN_DATA_OR] = {"or", "y", 2, 4, 0, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_or},
    [NN_DATA_CIRCLES] = {"circles", "inside", 2, 200, 0.05, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_circles},
    [NN_DATA_GAUSSIANS] = {"gaussians", "y", 2, 200, 0.5, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_gaussians},
    [NN_DATA_SPIRAL] = {"spiral", "y", 2, 200, 0.02, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_spiral},
    [NN_DATA_QUADRANTS] = {"quadrants", "y", 2, 200, 0, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_quadrants},
    [NN_DATA_MOONS] = {"moons", "upper", 2, 200, 0.1, {{"x1", "", 0, 0}, {"x2", "", 0, 0}}, draw_moons},
    [NN_DATA_COFFEE] =
        {"coffee", "good roast", 2, 200, 0, {{"temperature", "\302\260C", 165, 275}, {"duration", "min", 10.5, 16.5}}, draw_coffee},
    [NN_DATA_DEMAND] = {"demand",
                        "top seller",
                        4,
                        200,
                        0,
                        {{"price", "$", 10, 60}, {"shipping", "$", 0, 12}, {"marketing", "$ 1,000", 0, 50}, {"material", "score", 1, 10}},
                        draw_demand},
};

static const struct dataset *story(nn_dataset which)
{
    return &sets[which];
}

static const struct dataset *set_of(int32_t dataset)
{
    return dataset >= 0 && dataset < (int32_t)(sizeof sets / sizeof *sets) ? &sets[dataset] : NULL;
}

static const struct feature *feature_of(int32_t dataset, int32_t feature)
{
    const struct dataset *set = set_of(dataset);
    return set && feature >= 0 && feature < set->features ? &set->feature[feature] : NULL;
}

nn_status nn_generate(int32_t id, int32_t dataset, double noise, uint32_t seed)
{
    network *n = runs_find(id);
    if (!n)
        return NN_BAD_ID;
    const struct dataset *set = set_of(dataset);
    if (!set)
        return error_range("data set", NN_DATA_XOR, NN_DATASETS - 1, dataset);
    nn_status status = runs_check_before_training(n, "the data");
    if (status)
        return status;
    if (!(noise >= 0 && noise <= 10))
        return error_range("noise", 0, 10, noise);
    if (n->inputs != set->features || n->outputs != 1) {
        error_set(NN_BAD_ARGUMENT, set->name);
        error_text(" needs a network with 1 output and inputs: ");
        error_integer(set->features);
        return NN_BAD_ARGUMENT;
    }
    struct random r = random_seed(seed, RANDOM_DATA);
    for (int32_t e = 0; e < n->examples; e++) {
        double x[4];
        runs_exchange[set->features] = set->draw(&r, e, x);
        for (int32_t i = 0; i < set->features; i++)
            runs_exchange[i] = noise > 0 ? x[i] + noise * random_normal(&r) : x[i];
        nn_set_example(id, e);
    }
    return NN_OK;
}

const char *nn_dataset_name(int32_t dataset)
{
    const struct dataset *set = set_of(dataset);
    return set ? set->name : NULL;
}

int32_t nn_dataset_features(int32_t dataset)
{
    const struct dataset *set = set_of(dataset);
    return set ? set->features : 0;
}

int32_t nn_dataset_examples(int32_t dataset)
{
    const struct dataset *set = set_of(dataset);
    return set ? set->examples : 0;
}

double nn_dataset_noise(int32_t dataset)
{
    const struct dataset *set = set_of(dataset);
    return set ? set->noise : 0;
}

const char *nn_dataset_target(int32_t dataset)
{
    const struct dataset *set = set_of(dataset);
    return set ? set->target : NULL;
}

const char *nn_dataset_feature(int32_t dataset, int32_t feature)
{
    const struct feature *f = feature_of(dataset, feature);
    return f ? f->name : NULL;
}

const char *nn_dataset_unit(int32_t dataset, int32_t feature)
{
    const struct feature *f = feature_of(dataset, feature);
    return f ? f->unit : NULL;
}

double nn_dataset_offset(int32_t dataset, int32_t feature)
{
    const struct feature *f = feature_of(dataset, feature);
    return f ? offset_of(f) : __builtin_nan("");
}

double nn_dataset_scale(int32_t dataset, int32_t feature)
{
    const struct feature *f = feature_of(dataset, feature);
    return f ? scale_of(f) : __builtin_nan("");
}
