package ai.artenic.optimizer.adapters.http.problem;

import ai.artenic.optimizer.adapters.http.json.NearMissJson;
import ai.artenic.optimizer.adapters.http.json.OutcomeJson;
import ai.artenic.optimizer.adapters.http.json.ProblemJson;
import ai.artenic.optimizer.adapters.http.json.ProblemJson.ErrorJson;
import ai.artenic.optimizer.adapters.http.json.RejectionJson;
import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.application.usecase.RecommendAnswer.JobTaken;
import ai.artenic.optimizer.application.usecase.RecommendAnswer.ModelNotAvailable;
import ai.artenic.optimizer.application.usecase.RecommendAnswer.NoFeasibleOffer;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/// Why a request is not answered as asked: the kind, and what the sender needs to know.
public sealed interface Problem {
    ProblemKind kind();

    /// The problem in one or two sentences, with names and values.
    String detail();

    /// A problem that is told by its words alone.
    record Plain(ProblemKind kind, String detail) implements Problem {
        /// Nobody foresaw it.
        public static Plain failure() {
            return new Plain(ProblemKind.INTERNAL, "The failure is logged under the correlation id.");
        }

        public static Plain storeAway() {
            return new Plain(
                    ProblemKind.UNAVAILABLE,
                    "The store does not answer now. Recommendations with persist=false, offers and status still do.");
        }
    }

    /// Everything that is wrong with an input.
    record Invalid(List<Violation> violations) implements Problem {
        public Invalid {
            violations = violations.stream().distinct().toList();
        }

        @Override
        public ProblemKind kind() {
            return ProblemKind.INVALID_REQUEST;
        }

        @Override
        public String detail() {
            Violation first = violations.getFirst();
            String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more, see errors)";
            return (first.pointer().isEmpty() ? "the body" : first.pointer()) + " " + first.message() + more;
        }
    }

    /// The job has a recommendation already.
    record Taken(JobTaken answer) implements Problem {
        @Override
        public ProblemKind kind() {
            return ProblemKind.CONFLICT;
        }

        @Override
        public String detail() {
            return "job_id " + answer.jobId() + " already has the recommendation " + answer.existing();
        }
    }

    /// The job has another outcome already.
    record Reported(KeptOutcome kept, Outcome reported) implements Problem {
        @Override
        public ProblemKind kind() {
            return ProblemKind.CONFLICT;
        }

        @Override
        public String detail() {
            Map<String, Object> stored = OutcomeFields.of(kept.assessed().outcome());
            Map<String, Object> sent = OutcomeFields.of(reported);
            var names = new TreeSet<>(stored.keySet());
            names.addAll(sent.keySet());
            names.removeIf(name -> Objects.equals(stored.get(name), sent.get(name)));
            return "job_id " + reported.jobId() + " already has the outcome " + kept.id()
                    + ", which stays; what was sent differs in " + String.join(", ", names);
        }
    }

    /// Another training is not over.
    record Retraining(UUID run) implements Problem {
        @Override
        public ProblemKind kind() {
            return ProblemKind.RETRAIN_IN_PROGRESS;
        }

        @Override
        public String detail() {
            return "The training " + run + " is not over; see GET /api/v1/optimizer/retrain/" + run + ".";
        }
    }

    /// Every candidate was rejected.
    record Infeasible(NoFeasibleOffer answer) implements Problem {
        @Override
        public ProblemKind kind() {
            return ProblemKind.NO_FEASIBLE_OFFER;
        }

        @Override
        public String detail() {
            if (answer.totalConsidered() == 0) {
                return "The catalogue is empty: no price source has been read yet, or none could be.";
            }
            String closest = answer.nearMisses().isEmpty()
                    ? ""
                    : " Closest: " + answer.nearMisses().getFirst().offer() + " "
                            + answer.nearMisses().getFirst().detail() + ".";
            return "None of " + answer.totalConsidered() + " candidates fits." + closest;
        }
    }

    /// The problem that an answer of the Training Advisor other than a recommendation stands for.
    ///
    /// @throws IllegalArgumentException if the answer is a recommendation
    static Problem refusal(RecommendAnswer answer) {
        return switch (answer) {
            case RecommendAnswer.Recommended(var recommendation) ->
                throw new IllegalArgumentException("recommendation " + recommendation.id() + " is not a refusal");
            case NoFeasibleOffer none -> new Infeasible(none);
            case JobTaken taken -> new Taken(taken);
            case ModelNotAvailable(var mode, var fault) ->
                new Plain(
                        ProblemKind.MODEL_NOT_AVAILABLE,
                        "mode " + Terms.wire(mode) + " needs a trained ranking model, and "
                                + fault.orElse("there is none yet") + "; modes auto and heuristic work without one");
        };
    }

    /// @param instance correlation id of the request
    default ProblemJson json(String instance) {
        Infeasible infeasible = this instanceof Infeasible it ? it : null;
        NoFeasibleOffer none = infeasible == null ? null : infeasible.answer();
        UUID existing = this instanceof Taken taken ? taken.answer().existing() : null;
        return new ProblemJson(
                "urn:artenic:problem:" + kind().slug(),
                kind().title(),
                kind().status(),
                detail(),
                instance,
                this instanceof Invalid invalid ? ErrorJson.from(invalid.violations()) : null,
                existing,
                this instanceof Reported reported ? OutcomeJson.from(reported.kept()) : null,
                this instanceof Retraining retraining ? retraining.run() : null,
                none == null ? null : none.catalogSnapshotId(),
                none == null ? null : none.totalConsidered(),
                none == null ? null : RejectionJson.from(none.rejected()),
                none == null ? null : NearMissJson.from(none.nearMisses()));
    }
}
