package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.datasets.MeasurementFile;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.usecase.EvaluateEstimates;
import ai.artenic.optimizer.application.usecase.EvaluationAnswer;
import ai.artenic.optimizer.application.usecase.EvaluationRequest;
import ai.artenic.optimizer.application.usecase.EvaluationRequest.Estimate;
import ai.artenic.optimizer.domain.evaluation.Given;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

/// Holds the estimators against files of measured jobs.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Runs the estimators on measured jobs, the price gate on real prices or the spot model on measured zones, and "
                        + "says how far off they are.",
        footer = {
            "",
            "The columns of each kind of file, and what the figures mean: docs/evaluation.md.",
            "",
            "Examples:",
            "  optimizer evaluate memory peaks.csv --gpu-gb 16,24,40,80",
            "  optimizer evaluate candidates jobs.csv --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            converter = EstimateConverter.class,
            description = "memory, runs, throughput, candidates, prices or spot")
    private Estimate estimate;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "CSV files of measured jobs")
    private List<Path> files;

    @Option(
            names = "--gpu-gb",
            split = ",",
            paramLabel = "GB",
            defaultValue = "16,24,40,80",
            description = "Cards that memory estimates are tried against (default: ${DEFAULT-VALUE})")
    private List<Double> gpuGb;

    @Option(
            names = "--given",
            paramLabel = "WHAT",
            defaultValue = "all",
            converter = GivenConverter.class,
            description = "What memory estimates are told: all, setup (no architecture) or params (default: all)")
    private Given given;

    @Option(
            names = "--leave-one-source-out",
            description = "Fit the model anew without each source in turn, and judge it on that source (memory, runs)")
    private boolean leavesSourcesOut;

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    /// Reads the kind of estimate.
    static final class EstimateConverter implements ITypeConverter<Estimate> {
        @Override
        public Estimate convert(String word) {
            return term(Estimate.class, word);
        }
    }

    /// Reads how much is given.
    static final class GivenConverter implements ITypeConverter<Given> {
        @Override
        public Given convert(String word) {
            return term(Given.class, word);
        }
    }

    private static <E extends Enum<E>> E term(Class<E> terms, String word) {
        try {
            return Enum.valueOf(terms, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "must be one of " + String.join(", ", names(terms)) + ", was '" + word + "'");
        }
    }

    private static <E extends Enum<E>> List<String> names(Class<E> terms) {
        return List.of(terms.getEnumConstants()).stream()
                .map(term -> term.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public Integer call() {
        if (gpuGb.stream().anyMatch(size -> !(size > 0 && size < 1e6))) {
            throw new ParameterException(spec.commandLine(), "--gpu-gb must name sizes above 0, was " + gpuGb);
        }
        if (leavesSourcesOut && !estimate.canBeFitted()) {
            throw new ParameterException(
                    spec.commandLine(), "--leave-one-source-out is for memory and runs, which are fitted to sources");
        }
        var rows = new ArrayList<MeasuredRow>();
        for (Path file : files) {
            try {
                rows.addAll(MeasurementFile.read(file));
            } catch (IOException e) {
                spec.commandLine().getErr().println("optimizer: " + e.getMessage());
                return ExitCode.BAD_INPUT;
            }
        }
        var prices = new PriceSources();
        EvaluationAnswer answer = new EvaluateEstimates(prices.gpus(), prices::machine)
                .evaluate(new EvaluationRequest(estimate, rows, gpuGb, given, leavesSourcesOut));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(object(answer)));
        } else {
            new EvaluationTable(out).print(answer);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> object(EvaluationAnswer answer) {
        Map<String, Object> object = numbers(answer.figures());
        var sources = new LinkedHashMap<String, Object>();
        answer.sources().forEach((name, figures) -> sources.put(name, numbers(figures)));
        answer.refits().forEach((name, figures) -> object.put(name, numbers(figures)));
        object.put("sources", sources);
        object.put("unusable", answer.unusable());
        return object;
    }

    /// JSON has no NaN: a figure over nothing is left out.
    private static Map<String, Object> numbers(Map<String, Object> figures) {
        var numbers = new LinkedHashMap<String, Object>(figures);
        numbers.values().removeIf(figure -> figure instanceof Double number && number.isNaN());
        return numbers;
    }
}
