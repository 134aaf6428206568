package ai.artenic.optimizer.domain.spot;

/// The regularised lower incomplete gamma function, `P(a, x)`: the share of Gamma(a, 1) below x.
final class IncompleteGamma {
    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 10_000;

    /// Coefficients of Lanczos's approximation of the gamma function with g = 7 and nine terms.
    private static final double G = 7;

    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-06,
        1.5056327351493116e-07
    };

    private IncompleteGamma() {}

    /// @param a > 0
    /// @param x >= 0
    static double lower(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? front * series(a, x) : 1 - front * fraction(a, x);
    }

    /// `sum x^n / (a (a+1) … (a+n))`, which ends soon for x < a + 1.
    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > PRECISION * sum; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /// The continued fraction of the upper function over its front, by Lentz's method.
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = Double.MAX_VALUE;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; n < MOST_TERMS && Math.abs(change - 1) > PRECISION; n++) {
            double factor = n * (a - n);
            b += 2;
            d = 1 / (b + factor * d);
            c = b + factor / c;
            change = c * d;
            value *= change;
        }
        return value;
    }

    /// Natural logarithm of the gamma function.
    static double logGamma(double a) {
        if (a < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * a)) - logGamma(1 - a);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (a - 1 + i);
        }
        double t = a - 1 + G + 0.5;
        return Math.log(2 * Math.PI) / 2 + (a - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
