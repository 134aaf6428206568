package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerTrainer;
import ai.artenic.optimizer.domain.evaluation.PromotionRule.Evidence;
import ai.artenic.optimizer.domain.evaluation.RankingJudge;
import ai.artenic.optimizer.domain.evaluation.ScoredGroup;
import ai.artenic.optimizer.domain.learning.HeldOutMetrics;
import ai.artenic.optimizer.domain.learning.LabelledGroup;
import ai.artenic.optimizer.domain.learning.LabelledGroups;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Judges a way of training on groups that each model did not see. Where nothing could be learned of the others, all
/// rows of a held-out group count as equal.
///
/// @param parameters of every model
record CrossValidation(
        RankerTrainer trainer, RankerLoader loader, FeatureSchema schema, TrainingParameters parameters) {
    private static final int FOLDS = 5;
    private static final int NEWEST_SHARE = 5;

    /// The evidence on which a model of all groups is promoted or not.
    Evidence evidence(LabelledGroups groups, RandomGenerator random) {
        List<ScoredGroup> folds = folds(groups);
        return new Evidence(
                RankingJudge.judge(groups.count(), folds, random),
                RankingJudge.overChance(folds, random),
                newest(groups, random));
    }

    /// Every group is held out once, in one of five folds. Ids of groups are hashes, so their order is none.
    private List<ScoredGroup> folds(LabelledGroups groups) {
        var scored = new ArrayList<ScoredGroup>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var held = new ArrayList<LabelledGroup>();
            var seen = new ArrayList<LabelledGroup>();
            for (int i = 0; i < groups.telling().size(); i++) {
                (i % FOLDS == fold ? held : seen).add(groups.telling().get(i));
            }
            scored.addAll(score(seen, held));
        }
        return scored;
    }

    /// The fifth of the groups that has the newest samples is held out.
    private HeldOutMetrics newest(LabelledGroups groups, RandomGenerator random) {
        List<LabelledGroup> byTime = groups.telling().stream()
                .sorted(Comparator.comparing(LabelledGroup::newest)
                        .thenComparing(group -> group.id().value().toString()))
                .toList();
        int seen = byTime.size() - byTime.size() / NEWEST_SHARE;
        List<LabelledGroup> held = byTime.subList(seen, byTime.size());
        return RankingJudge.judge(held.size(), score(byTime.subList(0, seen), held), random);
    }

    private List<ScoredGroup> score(List<LabelledGroup> seen, List<LabelledGroup> held) {
        Optional<RankingModel> model = held.isEmpty() ? Optional.empty() : trained(seen);
        return held.stream()
                .map(group -> new ScoredGroup(group, scores(model, group)))
                .toList();
    }

    private double[] scores(Optional<RankingModel> model, LabelledGroup group) {
        var scores = new double[group.rows().size()];
        model.ifPresent(trained -> trained.score(
                LabelledGroups.features(schema, group.rows()), group.rows().size(), scores));
        return scores;
    }

    private Optional<RankingModel> trained(List<LabelledGroup> seen) {
        return trainer.train(LabelledGroups.set(schema, seen), parameters)
                                instanceof RankerTrainer.Training.Trained made
                        && loader.load(made.model()) instanceof RankerLoader.Loading.Loaded loaded
                ? Optional.of(loaded.model())
                : Optional.empty();
    }
}
