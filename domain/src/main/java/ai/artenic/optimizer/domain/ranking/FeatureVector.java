package ai.artenic.optimizer.domain.ranking;

import java.util.Arrays;
import java.util.Optional;

/// The numbers a ranking model sees of one (workload, candidate) pair, in the order of their [FeatureSchema]. A missing
/// value is NaN, never zero.
public final class FeatureVector {
    private final FeatureSchema schema;
    private final double[] values;

    public FeatureVector(FeatureSchema schema, double[] values) {
        if (values.length != schema.size()) {
            throw new IllegalArgumentException("FeatureVector of schema " + schema.id() + " needs " + schema.size()
                    + " values, had " + values.length);
        }
        this.schema = schema;
        this.values = values.clone();
    }

    public FeatureSchema schema() {
        return schema;
    }

    /// A copy of the values in schema order.
    public double[] values() {
        return values.clone();
    }

    /// The same as a vector of this schema, if it is the vector's own or an earlier one.
    public Optional<FeatureVector> as(FeatureSchema wanted) {
        return wanted.compareTo(schema) > 0
                ? Optional.empty()
                : Optional.of(new FeatureVector(wanted, Arrays.copyOf(values, wanted.size())));
    }

    /// The same without the named features.
    public FeatureVector without(String... names) {
        double[] fewer = values.clone();
        for (String name : names) {
            fewer[schema.indexOf(name)] = Double.NaN;
        }
        return new FeatureVector(schema, fewer);
    }

    /// The value of the named feature.
    public double value(String name) {
        return values[schema.indexOf(name)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that && schema == that.schema && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return schema.id() + Arrays.toString(values);
    }
}
