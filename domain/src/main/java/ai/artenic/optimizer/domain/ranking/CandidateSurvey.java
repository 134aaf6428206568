package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;

/// All candidates of a catalogue that a workload and its constraints admit, or the reasons why there is none.
public sealed interface CandidateSurvey {
    /// What a provider has for the workload.
    ///
    /// @param offers with at least one admitted candidate
    /// @param regions of these offers, by name
    /// @param gpus whether one of them has GPUs
    record Coverage(Provider provider, int offers, List<String> regions, boolean gpus) {
        public Coverage {
            regions = List.copyOf(regions);
        }
    }

    /// There are some.
    ///
    /// @param totalConsidered candidates looked at; equals `admitted` plus the counts of `rejected`
    /// @param groups of the admitted candidates; each candidate is in one
    /// @param coverage of every provider that is not ruled out, by key
    /// @param assumptions in words, what the estimates took for granted
    record Found(
            int totalConsidered,
            int admitted,
            List<Rejection> rejected,
            List<CandidateGroup> groups,
            List<Coverage> coverage,
            List<String> assumptions)
            implements CandidateSurvey {
        public Found {
            rejected = List.copyOf(rejected);
            groups = List.copyOf(groups);
            coverage = List.copyOf(coverage);
            assumptions = List.copyOf(assumptions);
        }
    }

    /// Nothing was admitted.
    record Nothing(Ranking.Empty reasons) implements CandidateSurvey {}
}
