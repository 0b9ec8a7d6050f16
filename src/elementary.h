/*
 * elementary.h: the bodies of the elementary functions, for vectors of any width. wide.h includes it once for each width, with V the type of
 * the vector, BITS that of its bits, UNSIGNED that of its bits where they may overflow, and NAME(x) the name of x for that width. Every
 * element is treated alike, so the width changes no bit of a result; it only decides how many chains of operations the processor can overlap.
 * The functions come in stages, so that whole arrays can go through one stage after the other (math.c).
 */

/* The smaller of each x and limit, one machine vector after the other. */
VEC_INLINE V NAME(clamp)(V x, double limit)
{
    for (unsigned part = 0; part < sizeof x / sizeof(vec); part++)
        ((vec *)&x)[part] = vec_at_most(((vec *)&x)[part], limit);
    return x;
}

/* -x = n ln 2 - r for |x| <= EXP_NORMAL; returns r. n stands in the last bits of *power: ROUNDER's plus n. */
VEC_INLINE V NAME(exp_reduce)(V x, BITS *power)
{
    V rounded = x * -LOG2_E + ROUNDER;
    V n = rounded - ROUNDER;
    *power = (BITS)rounded;
    return (x + n * LN2_HIGH) + n * LN2_LOW;
}

/* e^-x = 2^n * above / below: above = q - r p, below = q + r p with p, q the rational minimax of tanh(r/2)/r. The scale 3.25 keeps both
   within one binade, where rounding is least. Returns 2^n * above: n is added to the exponent. */
VEC_INLINE V NAME(exp_ratio)(V r, BITS power, V *below)
{
    V u = r * r;
    V p = r * (1.625 + u * (0.045133996506220002 + u * 0.00010739206647229319));
    V q = 3.25 + u * (0.36110132634576677 + u * 0.0032232279955296873);
    *below = q + p;
    return (V)((UNSIGNED)(q - p) + ((UNSIGNED)power << 52));
}

/* sigmoid(x) = 1 / (1 + e^-x), in two stages. Where e^-x is 2^n times something with |n| > EXP_INSIDE, and for NaN, it may be wrong, and
   then *outside gets a bit past those that n + EXP_INSIDE has. */
VEC_INLINE V NAME(sigmoid_reduce)(V x, BITS *power, BITS *outside)
{
    V r = NAME(exp_reduce)(x, power);
    *outside |= (BITS)((UNSIGNED)*power - (ROUNDER_BITS - EXP_INSIDE));
    return r;
}

VEC_INLINE V NAME(sigmoid_join)(V r, BITS power)
{
    V below;
    V above = NAME(exp_ratio)(r, power, &below);
    return below / (below + above);
}

VEC_INLINE V NAME(sigmoid)(V x, BITS *outside)
{
    BITS power;
    V r = NAME(sigmoid_reduce)(x, &power, outside);
    return NAME(sigmoid_join)(r, power);
}

/* tanh(h) = h + h u rest(u), u = h^2, for |h| up to ln 2 / 4: a polynomial, whose leading term is exact. */
VEC_INLINE V NAME(tanh_rest)(V u)
{
    V u2 = u * u;
    V low = -0.33333333333333282 + u * 0.13333333333212813;
    V middle = -0.053968253499598488 + u * 0.021869421825241465;
    V high = -0.0088589361767282618 + u * 0.0034639177836132927;
    return low + u2 * (middle + u2 * high);
}

/* tanh(x) = (e^2|x| - 1) / (e^2|x| + 1) with the sign of x, in three stages: 2|x| = n ln 2 + 2h; w = tanh(h); the quotient. At 20 it has long
   been 1. With s = 2^n, numerator s-1 + (s+1)w and denominator s+1 + (s-1)w have no cancellation that costs digits. From n = 3 on the numerator
   is the denominator less 2(1-w), which cancels the rounding of the denominator. Both are halved, and the last bits of *power are the exponent of
   s/2: ROUNDER's, which are 0, plus EXPONENT_OF_HALF plus n. */
VEC_INLINE V NAME(tanh_reduce)(V x, BITS *power)
{
    V size = VEC_ABS(V, x);
    size = NAME(clamp)(size, 20);
    V rounded = size * (2 * LOG2_E) + (ROUNDER + EXPONENT_OF_HALF);
    V n = rounded - (ROUNDER + EXPONENT_OF_HALF);
    *power = (BITS)rounded;
    return (size - n * (LN2_HIGH / 2)) - n * (LN2_LOW / 2);
}

VEC_INLINE V NAME(tanh_half)(V h)
{
    V u = h * h;
    return h + (h * u) * NAME(tanh_rest)(u);
}

VEC_INLINE V NAME(tanh_join)(V w, BITS power, V x)
{
    V half = (V)((UNSIGNED)power << 52);
    V denominator = (half + 0.5) + (half - 0.5) * w;
    V numerator = VEC_SELECT(V, half > 2.0, denominator - (1.0 - w), (half - 0.5) + (half + 0.5) * w);
    return (V)((BITS)(numerator / denominator) | ((BITS)x & INT64_MIN));
}

VEC_INLINE V NAME(tanh)(V x)
{
    BITS power;
    V r = NAME(tanh_reduce)(x, &power);
    return NAME(tanh_join)(NAME(tanh_half)(r), power, x);
}

/* ln(1 + e^-|x|) in two stages: e^-|x| reduced; then ln(1 + e) = 2 atanh(t), t = e / (2 + e) <= 1/3, and e = above / below makes t = above /
   (2 below + above): one division. Below e^-708 the result stays there, which adds nothing to any loss. */
VEC_INLINE V NAME(softplus_reduce)(V x, BITS *power)
{
    V size = VEC_ABS(V, x);
    size = NAME(clamp)(size, EXP_NORMAL);
    return NAME(exp_reduce)(size, power);
}

VEC_INLINE V NAME(softplus_join)(V r, BITS power)
{
    V below;
    V above = NAME(exp_ratio)(r, power, &below);
    V t = above / ((below + below) + above);
    V u = t * t, u2 = u * u, u4 = u2 * u2;
    V c01 = 0.66666666666666666886 + u * 0.39999999999999522505, c23 = 0.28571428571600099292 + u * 0.22222222198236770557;
    V c45 = 0.18181819897962714383 + u * 0.15384543964860549287, c67 = 0.13335178631449255837 + u * 0.1173427906130319746;
    V c89 = 0.10845178394880014822 + u * 0.074921437955507673008;
    V series = (c01 + u2 * c23) + u4 * ((c45 + u2 * c67) + u4 * (c89 + u2 * 0.15630577800922850446));
    return (t + t) + (t * u) * series;
}

VEC_INLINE V NAME(softplus_tail)(V x)
{
    BITS power;
    V r = NAME(softplus_reduce)(x, &power);
    return NAME(softplus_join)(r, power);
}
