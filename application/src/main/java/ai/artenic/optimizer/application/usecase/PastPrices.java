package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;

/// What was to be had in the past, and how it is judged.
///
/// @param ranker chooses by rule, as if nothing had been learned yet
/// @param candidates scores where jobs ran, by the same rule
public record PastPrices(SnapshotStore snapshots, HeuristicRanker ranker, CandidateList candidates) {}
