package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.usecase.AdviseSpot;
import ai.artenic.optimizer.application.usecase.CheckHealth;
import ai.artenic.optimizer.application.usecase.CompareOffers;
import ai.artenic.optimizer.application.usecase.FindOutcomes;
import ai.artenic.optimizer.application.usecase.FindRecommendation;
import ai.artenic.optimizer.application.usecase.ImportOutcomes;
import ai.artenic.optimizer.application.usecase.ListHistory;
import ai.artenic.optimizer.application.usecase.ListOffers;
import ai.artenic.optimizer.application.usecase.ListOutcomes;
import ai.artenic.optimizer.application.usecase.ListPrices;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.RecordOutcome;
import ai.artenic.optimizer.application.usecase.ReplayRecommendation;
import ai.artenic.optimizer.application.usecase.ReportStatus;
import java.time.InstantSource;

/// What the API serves.
public record UseCases(
        RecommendInstances recommend,
        FindRecommendation find,
        ReplayRecommendation replay,
        ListHistory history,
        ListOffers offers,
        ListPrices prices,
        ReportStatus status,
        CheckHealth health,
        PlanSweep sweep,
        AdviseSpot spot,
        CompareOffers compare,
        Feedback feedback,
        LearningUseCases learning,
        SpendingUseCases spending) {
    /// What became of jobs.
    ///
    /// @param clock no outcome can lie in its future
    public record Feedback(
            RecordOutcome record, ImportOutcomes imports, ListOutcomes list, FindOutcomes find, InstantSource clock) {}
}
