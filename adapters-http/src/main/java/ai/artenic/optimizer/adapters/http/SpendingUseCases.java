package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.usecase.ExportSpending;
import ai.artenic.optimizer.application.usecase.FindAnomalies;
import ai.artenic.optimizer.application.usecase.ReportSavings;
import ai.artenic.optimizer.application.usecase.SummariseSpending;
import java.time.InstantSource;

/// What the API serves of money that was spent.
///
/// @param clock the usual period ends with its day
public record SpendingUseCases(
        SummariseSpending summary,
        FindAnomalies anomalies,
        ReportSavings savings,
        ExportSpending export,
        InstantSource clock) {}
