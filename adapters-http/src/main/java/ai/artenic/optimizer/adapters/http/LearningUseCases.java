package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.usecase.FindRetrain;
import ai.artenic.optimizer.application.usecase.ListModels;
import ai.artenic.optimizer.application.usecase.PromoteModel;
import ai.artenic.optimizer.application.usecase.ReportMetrics;
import ai.artenic.optimizer.application.usecase.RequestRetrain;

/// What the API serves of ranking models and their training.
public record LearningUseCases(
        RequestRetrain retrain,
        FindRetrain findRetrain,
        ListModels models,
        PromoteModel promote,
        ReportMetrics metrics) {}
