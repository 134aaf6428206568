package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.application.port.RankerTrainer.Training;
import ai.artenic.optimizer.domain.evaluation.PromotionRule.Evidence;
import ai.artenic.optimizer.domain.evaluation.PromotionRule.Verdict;
import ai.artenic.optimizer.domain.learning.DataWindow;
import ai.artenic.optimizer.domain.learning.FeatureGain;
import ai.artenic.optimizer.domain.learning.LabelledGroups;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.Promotion;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Trains the ranker on what is known, judges it on groups held out, keeps it, and promotes it if the rule says so.
public final class TrainRanker {
    /// Samples read for one training: what LightGBM trains on in minutes and memory holds with ease.
    static final int MOST_SAMPLES = 200_000;

    private static final int CHECKSUM_SHOWN = 8;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final LearningStores stores;
    private final RankerTrainer trainer;
    private final RankerLoader loader;
    private final LearningSettings settings;
    private final InstantSource clock;
    private final LongFunction<RandomGenerator> chance;

    /// @param chance makes a generator from a seed
    public TrainRanker(
            LearningStores stores,
            RankerTrainer trainer,
            RankerLoader loader,
            LearningSettings settings,
            InstantSource clock,
            LongFunction<RandomGenerator> chance) {
        this.stores = stores;
        this.trainer = trainer;
        this.loader = loader;
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
    }

    /// What the training was trained on.
    private record Lesson(LabelledGroups groups, DataWindow window, TrainingParameters parameters) {}

    /// The run at its end, with the reason in words. Takes as long as training six models takes.
    public RetrainRun train(RetrainRun started) {
        long ever = stores.samples().counts().samples(); // before reading: what arrives in between counts as new
        List<Sample> samples = stores.samples().newest(settings.schema(), MOST_SAMPLES);
        if (samples.size() < settings.samplesLeast()) {
            return failed(
                    started,
                    "A model of schema " + settings.schema().id() + " needs " + settings.samplesLeast()
                            + " samples, there are " + samples.size());
        }
        LabelledGroups groups = LabelledGroups.of(samples, settings.policy());
        var lesson = new Lesson(
                groups, window(samples, groups, ever), TrainingParameters.forRows(groups.rows(), settings.seed()));
        return switch (trainer.train(LabelledGroups.set(settings.schema(), groups.telling()), lesson.parameters())) {
            case Training.Impossible(String reason) -> failed(started, reason);
            case Training.Trained(SavedModel saved) ->
                switch (loader.load(saved)) {
                    case Loading.Refused(String reason) -> failed(started, "What was trained cannot serve: " + reason);
                    case Loading.Loaded(RankingModel model) -> judged(started, lesson, saved, model);
                };
        };
    }

    private RetrainRun judged(RetrainRun started, Lesson lesson, SavedModel saved, RankingModel model) {
        var validation = new CrossValidation(trainer, loader, settings.schema(), lesson.parameters());
        Evidence evidence = validation.evidence(lesson.groups(), chance.apply(settings.seed()));
        Verdict verdict = settings.promotion().decide(evidence);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String version = version(now, saved);
        var card = new ModelCard(
                version,
                settings.schema(),
                settings.policy(),
                lesson.parameters(),
                lesson.window(),
                evidence.folds(),
                verdict.isAccepted(),
                verdict.reason(),
                gains(settings.schema(), model.gains()),
                now);
        stores.models().keep(new ModelVersion(card, saved));
        if (verdict.isAccepted()) {
            stores.promotions().promote(new Promotion(version, verdict.reason(), now));
        }
        Status status = verdict.isAccepted() ? Status.SUCCEEDED : Status.REJECTED;
        return started.ended(status, verdict.reason(), Optional.of(version), now);
    }

    /// The moment and the beginning of the checksum. Equal trainings within one second are named a second apart.
    private String version(Instant now, SavedModel saved) {
        String version = MOMENT.format(now) + "-" + saved.checksum().substring(0, CHECKSUM_SHOWN);
        return stores.models().find(version) instanceof Found.Absent ? version : version(now.plusSeconds(1), saved);
    }

    private RetrainRun failed(RetrainRun started, String reason) {
        return started.ended(
                Status.FAILED, reason, Optional.empty(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static DataWindow window(List<Sample> samples, LabelledGroups groups, long ever) {
        return new DataWindow(
                samples.getFirst().recordedAt(), samples.getLast().recordedAt(), samples.size(), groups.count(), ever);
    }

    private static List<FeatureGain> gains(FeatureSchema schema, double[] gains) {
        return IntStream.range(0, schema.size())
                .filter(feature -> gains[feature] > 0)
                .mapToObj(feature -> new FeatureGain(schema.names().get(feature), gains[feature]))
                .sorted(Comparator.comparingDouble(FeatureGain::gain).reversed().thenComparing(FeatureGain::feature))
                .toList();
    }
}
