package ai.artenic.optimizer.domain.experience;

/// What may be wrong with the modelled hours of a whole query group: explanations, each with a pattern over placements
/// by which a few runs give it away. Equal doubts give equal answers.
public interface Doubt {
    /// There is only the model.
    Doubt NONE = new Doubt() {
        @Override
        public double[] shares() {
            return new double[] {1};
        }

        @Override
        public double[] logFactors(Placement placement) {
            return new double[1];
        }
    };

    /// How likely each explanation is before anything ran; at least one, and they sum to 1.
    double[] shares();

    /// Natural logarithm of the hours at a placement by each explanation, over the modelled hours.
    double[] logFactors(Placement placement);
}
