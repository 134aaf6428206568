package ai.artenic.optimizer.domain.ranking;

/// Which ranker orders the candidates; `auto` takes the best that is available.
public enum Mode {
    AUTO,
    HEURISTIC,
    LTR,
    HYBRID
}
