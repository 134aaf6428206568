package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.usecase.CheckHealth;
import ai.artenic.optimizer.application.usecase.FindRecommendation;
import ai.artenic.optimizer.application.usecase.ListHistory;
import ai.artenic.optimizer.application.usecase.ListOffers;
import ai.artenic.optimizer.application.usecase.PlanSweep;
import ai.artenic.optimizer.application.usecase.RecommendInstances;
import ai.artenic.optimizer.application.usecase.ReportStatus;

/// What the API serves.
public record UseCases(
        RecommendInstances recommend,
        FindRecommendation find,
        ListHistory history,
        ListOffers offers,
        ReportStatus status,
        CheckHealth health,
        PlanSweep sweep,
        LearningUseCases learning) {}
