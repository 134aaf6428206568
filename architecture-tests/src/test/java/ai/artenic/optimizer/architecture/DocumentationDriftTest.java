package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.http.HttpApi;
import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.LearningUseCases;
import ai.artenic.optimizer.adapters.http.SpendingUseCases;
import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryModelRegistry;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.inmemory.InMemoryPromotions;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRetrainRuns;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.inmemory.InMemorySpendingHistory;
import ai.artenic.optimizer.application.inmemory.InMemorySpentJobs;
import ai.artenic.optimizer.application.inmemory.InMemoryStoreHealth;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.usecase.AdviseSpot;
import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.AssessOutcome;
import ai.artenic.optimizer.application.usecase.CheckHealth;
import ai.artenic.optimizer.application.usecase.CompareOffers;
import ai.artenic.optimizer.application.usecase.Corrections;
import ai.artenic.optimizer.application.usecase.ExportSpending;
import ai.artenic.optimizer.application.usecase.FindAnomalies;
import ai.artenic.optimizer.application.usecase.FindOutcomes;
import ai.artenic.optimizer.application.usecase.FindRecommendation;
import ai.artenic.optimizer.application.usecase.FindRetrain;
import ai.artenic.optimizer.application.usecase.ImportOutcomes;
import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.application.usecase.LearningStores;
import ai.artenic.optimizer.application.usecase.ListHistory;
import ai.artenic.optimizer.application.usecase.ListModels;
import ai.artenic.optimizer.application.usecase.ListOffers;
import ai.artenic.optimizer.application.usecase.ListOutcomes;
import ai.artenic.optimizer.application.usecase.ListPrices;
import ai.artenic.optimizer.application.usecase.PastPrices;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.PromoteModel;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.RecommendationStores;
import ai.artenic.optimizer.application.usecase.RecordOutcome;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.ReplayRecommendation;
import ai.artenic.optimizer.application.usecase.ReportMetrics;
import ai.artenic.optimizer.application.usecase.ReportSavings;
import ai.artenic.optimizer.application.usecase.ReportStatus;
import ai.artenic.optimizer.application.usecase.RequestRetrain;
import ai.artenic.optimizer.application.usecase.SummariseSpending;
import ai.artenic.optimizer.bootstrap.cli.OptimizerCommand;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.sweep.SweepPlanner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table in a document that also stands in the code is the same in both.
class DocumentationDriftTest {
    private static final Markdown API = Markdown.of("docs/api.md");
    private static final Markdown OPERATIONS = Markdown.of("docs/operations.md");

    @Test
    void the_module_table_lists_the_modules_of_the_build() {
        var modules = new ArrayList<>(Project.modules());
        modules.add("architecture-tests");

        List<String> documented = Markdown.of("docs/architecture.md").table("## Modules").stream()
                .map(List::getFirst)
                .toList();

        assertEquals(Set.copyOf(modules), Set.copyOf(documented));
    }

    @Test
    void every_rule_names_a_test_that_exists() {
        List<String> missing =
                Markdown.of("docs/architecture.md").table("## Rules, and the test that holds each").stream()
                        .map(List::getLast)
                        .filter(test ->
                                Project.testSources().stream().noneMatch(source -> source.endsWith(test + ".java")))
                        .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void the_endpoint_table_lists_what_is_served() throws Exception {
        var documented = new TreeSet<String>();
        API.table("# HTTP API").forEach(row -> documented.add(row.get(0) + " " + row.get(1)));

        assertEquals(lines(served()), lines(documented));
    }

    @Test
    void the_problem_table_lists_the_kinds_of_problem() {
        List<List<String>> kinds = Stream.of(ProblemKind.values())
                .map(kind -> List.of(kind.slug(), Integer.toString(kind.status()), kind.title()))
                .toList();

        assertEquals(lines(kinds), lines(API.table("## Problems")));
    }

    @Test
    void the_key_table_lists_the_configuration_keys() {
        List<List<String>> keys = Stream.of(ConfigKey.values())
                .map(key -> List.of(key.key(), key.variable(), key.form(), key.standard(), key.meaning()))
                .toList();

        assertEquals(lines(keys), lines(OPERATIONS.table("## Configuration")));
    }

    @Test
    void the_command_table_lists_the_commands() {
        Set<String> commands = OptimizerCommand.commandLine().getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                commands,
                OPERATIONS.table("## Start and stop").stream()
                        .map(List::getFirst)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void the_exit_codes_are_those_the_program_explains() {
        String[] footer =
                OptimizerCommand.commandLine().getCommandSpec().usageMessage().footer();
        List<String> explained = Stream.of(footer)
                .map(String::strip)
                .filter(line -> line.matches("\\d +.*"))
                .map(line -> line.replaceFirst(" +", " "))
                .toList();

        assertEquals(
                explained,
                OPERATIONS.table("## Exit codes").stream()
                        .map(row -> String.join(" ", row))
                        .toList());
    }

    @Test
    void every_relative_link_leads_somewhere() throws Exception {
        var dead = new ArrayList<String>();
        for (Markdown document : documents()) {
            document.links()
                    .filter(link -> !link.contains("://"))
                    .filter(link -> !leadsSomewhere(document, link))
                    .map(link -> Project.ROOT.relativize(document.file()) + " -> " + link)
                    .forEach(dead::add);
        }
        assertEquals(List.of(), dead);
    }

    private static boolean leadsSomewhere(Markdown document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document.file()
                : document.file().getParent().resolve(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || new Markdown(target, Project.read(target)).hasAnchor(parts[1]));
    }

    private static List<Markdown> documents() throws Exception {
        try (Stream<Path> pages = Files.walk(Project.ROOT.resolve("docs"));
                Stream<Path> root = Files.list(Project.ROOT)) {
            return Stream.concat(pages, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> new Markdown(file, Project.read(file)))
                    .toList();
        }
    }

    private static Set<String> served() throws Exception {
        var served = new TreeSet<String>();
        try (HttpApi api = HttpApi.start(HttpSettings.of("127.0.0.1", 0, "test"), useCases());
                HttpClient client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/openapi.json"));
            JsonNode document = JsonMapper.shared()
                    .readTree(client.send(question.build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            document.get("paths")
                    .forEachEntry((path, methods) -> methods.propertyNames()
                            .forEach(method -> served.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }
        return served;
    }

    private static UseCases useCases() {
        var catalog = new InMemoryOfferCatalog();
        var log = new InMemoryRecommendationLog();
        var store = new InMemoryStoreHealth();
        InstantSource clock = InstantSource.system();
        var ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, new PriceSources().gpus());
        var stores = new RecommendationStores(log, new InMemorySnapshotStore());
        RankerLoader loader = model -> new RankerLoader.Loading.Refused("none is kept");
        return new UseCases(
                new RecommendInstances(catalog, ranker, stores, clock, UUID::randomUUID),
                new FindRecommendation(log),
                new ReplayRecommendation(stores, new InMemoryModelRegistry(), loader, _ -> ranker, "test"),
                new ListHistory(log),
                new ListOffers(catalog, clock),
                new ListPrices(new InMemoryPriceLists(), clock),
                new ReportStatus(catalog, store, clock),
                new CheckHealth(catalog, store, clock),
                new PlanSweep(catalog, new SweepPlanner(new PriceSources().gpus()), clock, () -> Calibration.NONE),
                new AdviseSpot(catalog, new InMemoryOutcomeLog(new InMemoryCalibrationLog(), clock), clock),
                new CompareOffers(
                        catalog,
                        new CandidateSurveyor(new PriceSources().gpus(), Billing::of),
                        new OfferComparer(CarbonEstimator.UNKNOWN),
                        clock,
                        () -> Calibration.NONE,
                        () -> SpotExposure.NONE),
                feedback(log, catalog),
                learning(clock),
                spending(catalog, clock));
    }

    private static SpendingUseCases spending(OfferCatalog catalog, InstantSource clock) {
        var outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), clock);
        var history = new InMemorySpendingHistory(outcomes);
        var gpus = new PriceSources().gpus();
        var past = new PastPrices(
                new InMemorySnapshotStore(),
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, gpus),
                new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, gpus, Billing::of));
        return new SpendingUseCases(
                new SummariseSpending(history, outcomes, catalog, clock),
                new FindAnomalies(new InMemorySpentJobs(outcomes)),
                new ReportSavings(new InMemorySpentJobs(outcomes), new InMemoryRecommendationLog(), past),
                new ExportSpending(new InMemorySpentJobs(outcomes)),
                clock);
    }

    private static UseCases.Feedback feedback(InMemoryRecommendationLog log, OfferCatalog catalog) {
        InstantSource clock = InstantSource.system();
        var outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), clock);
        var gpus = new PriceSources().gpus();
        var candidates = new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, gpus, Billing::of);
        var assessing = new AssessOutcome(log, catalog, candidates, gpus, Corrections.NONE);
        return new UseCases.Feedback(
                new RecordOutcome(assessing, outcomes, AfterOutcomes.NOTHING),
                new ImportOutcomes(assessing, outcomes, AfterOutcomes.NOTHING, Runnable::run),
                new ListOutcomes(outcomes),
                new FindOutcomes(outcomes),
                clock);
    }

    private static LearningUseCases learning(InstantSource clock) {
        var models = new InMemoryModelRegistry();
        var samples = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), clock);
        var stores =
                new LearningStores(samples, models, new InMemoryPromotions(models), new InMemoryRetrainRuns(clock));
        var settings =
                new LearningSettings(50, 50, new PromotionRule.Always(), LabelPolicy.REGRET, FeatureSchema.V2, 1);
        RankerLoader loader = model -> new RankerLoader.Loading.Refused("none is kept");
        return new LearningUseCases(
                new RequestRetrain(stores, settings, clock, UUID::randomUUID),
                new FindRetrain(stores),
                new ListModels(stores),
                new PromoteModel(stores, loader, new RefreshModel(stores, loader, _ -> {}), clock),
                new ReportMetrics(stores, ServingModel.None::new, () -> Calibration.NONE));
    }

    private static String lines(Iterable<?> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(row).append('\n'));
        return lines.toString();
    }
}
