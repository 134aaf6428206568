package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// What one job teaches the ranker: the features of the candidate that was chosen, and how that turned out.
///
/// @param outcomeLabel empty where nothing was predicted
/// @param relativeCost cost over the workload's reference cost; empty where the job failed
public record Sample(
        String jobId,
        Optional<UUID> recommendationId,
        QueryId queryId,
        FeatureVector features,
        Optional<RelevanceLabel> outcomeLabel,
        OptionalDouble relativeCost,
        Instant recordedAt) {}
