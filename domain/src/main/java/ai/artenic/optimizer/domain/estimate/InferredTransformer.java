package ai.artenic.optimizer.domain.estimate;

/// Depth, width and vocabulary of a transformer of so many parameters, where they are not stated. All of them grow
/// with the parameters, without steps and without whole numbers, so that no larger model is taken for a smaller one.
///
/// @param params parameters in units
record InferredTransformer(double params) {
    private static final double FIRST_ANCHOR = 1e8;
    /// Width over depth of published transformers of 0.1, 1, 10 and 100 B parameters (250 measured configurations).
    private static final double[] ASPECT_RATIOS = {64, 96, 128, 104};
    /// Vocabularies of 0.1 B parameters, and of 1 B and more.
    private static final double[] VOCABULARIES = {32_000, 100_000};
    private static final double MOST_LAYERS = 1000;
    /// Heads are 64 wide in blocks of up to 1,024, and 128 wide from 4,096 on.
    private static final double NARROW_BLOCK = 1024;
    private static final double WIDE_BLOCK = 4096;
    private static final double NARROW_HEAD = 64;

    /// Tokens in the vocabulary.
    double vocabulary() {
        return interpolated(VOCABULARIES);
    }

    /// Depth L with `12 L h^2 + V h = N` and `h = aspect * L`, by bisection on L.
    double layers(double vocabulary) {
        double aspect = interpolated(ASPECT_RATIOS);
        double low = 1;
        double high = MOST_LAYERS;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            double width = aspect * middle;
            if (12 * middle * width * width + vocabulary * width < params) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// Width h with `12 L h^2 + V h = N`.
    double width(double layers, double vocabulary) {
        double root = Math.sqrt(vocabulary * vocabulary + 48 * layers * params);
        return Math.max(1, 2 * params / (vocabulary + root));
    }

    /// Heads of a block of this width.
    static double heads(double width) {
        return Math.max(
                1, width / (NARROW_HEAD * Math.sqrt(Math.clamp(width, NARROW_BLOCK, WIDE_BLOCK) / NARROW_BLOCK)));
    }

    /// Between anchors a decade of parameters apart, straight in the logarithms of both.
    private double interpolated(double[] anchors) {
        double decades = Math.clamp(Math.log10(params / FIRST_ANCHOR), 0, anchors.length - 1);
        int below = (int) Math.min(decades, anchors.length - 2);
        return anchors[below] * Math.pow(anchors[below + 1] / anchors[below], decades - below);
    }
}
