package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tells what kept recommendations say of where jobs ran, without the rest of them.
///
/// A store that cannot be reached throws [StoreUnavailableException].
public interface GivenAdvice {
    /// What was recommended to each of these jobs, in their order; empty where the recommendation was never kept.
    List<Optional<Advice>> advice(List<Followed> jobs);

    /// What was to be had for each of these jobs, in their order; empty where the recommendation was never kept.
    List<Optional<Choices>> choices(List<Placed> jobs);

    /// A recommendation, and where the job that followed it ran.
    record Followed(UUID recommendation, Run run) {}

    /// What a recommendation says of where a job ran.
    ///
    /// @param expectation of the first of its ranks that the job [can have run on][Run#canBeOn], if any
    record Advice(Workload workload, Goal goal, Optional<Expectation> expectation) {}

    /// A recommendation, and places to look for in it.
    record Placed(UUID recommendation, Optional<Place> one, Optional<Place> other) {}

    /// What a recommendation says of places.
    ///
    /// @param first the first of its ranks
    /// @param one the first of its ranks that [can be][Place#canBe] the one place; empty where there is none, or
    ///     nothing was to be looked for
    /// @param other likewise
    record Choices(Workload workload, Choice first, Optional<Choice> one, Optional<Choice> other) {}
}
