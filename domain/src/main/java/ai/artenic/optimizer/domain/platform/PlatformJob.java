package ai.artenic.optimizer.domain.platform;

import java.util.Map;

/// A training job of an Artenic platform, as the platform's tables tell of it: rows by the names of their columns. A
/// row that is not there is empty.
///
/// @param id of the job
/// @param job row of `training_jobs`
/// @param outcome row of `training_outcomes`
/// @param recommendation row of `optimizer_recommendations`
/// @param sample row of `optimizer_training_samples`
public record PlatformJob(
        String id,
        Map<String, Object> job,
        Map<String, Object> outcome,
        Map<String, Object> recommendation,
        Map<String, Object> sample) {}
