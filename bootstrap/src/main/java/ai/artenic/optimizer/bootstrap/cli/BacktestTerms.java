package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.domain.backtest.ModelAdmission;
import ai.artenic.optimizer.domain.backtest.RankerName;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words of the backtest command that stand for terms of the domain.
final class BacktestTerms {
    private BacktestTerms() {}

    /// Reads the name of a ranker.
    static final class Rankers implements ITypeConverter<RankerName> {
        @Override
        public RankerName convert(String word) {
            return term(RankerName.values(), word);
        }
    }

    /// Reads a label policy.
    static final class Policies implements ITypeConverter<LabelPolicy> {
        @Override
        public LabelPolicy convert(String word) {
            return term(LabelPolicy.values(), word);
        }
    }

    /// Reads when a model takes part.
    static final class Admissions implements ITypeConverter<ModelAdmission> {
        @Override
        public ModelAdmission convert(String word) {
            return term(ModelAdmission.values(), word);
        }
    }

    private static <E extends Enum<E>> E term(E[] terms, String word) {
        return Arrays.stream(terms)
                .filter(term -> Terms.wire(term).equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Arrays.stream(terms).map(Terms::wire).collect(Collectors.joining(", ")) + ", was '" + word
                        + "'"));
    }
}
