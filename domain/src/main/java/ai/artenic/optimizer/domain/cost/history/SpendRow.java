package ai.artenic.optimizer.domain.cost.history;

import java.time.LocalDate;

/// What the jobs of a group that ended on one day cost.
public record SpendRow(LocalDate day, SpendGroup group, Spend spend) {}
