package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.adapters.http.json.ComparisonJson;
import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.json.OffersJson;
import ai.artenic.optimizer.adapters.http.json.RecommendationJson;
import ai.artenic.optimizer.adapters.http.json.StatusJson;
import ai.artenic.optimizer.adapters.http.json.SweepJson;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.application.usecase.OfferPage;
import ai.artenic.optimizer.application.usecase.RecommendAnswer;
import ai.artenic.optimizer.application.usecase.Status;
import ai.artenic.optimizer.application.usecase.SweepAnswer;
import ai.artenic.optimizer.domain.intake.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Answers in the exact JSON of the HTTP contract, on one line, for those who do not come over HTTP.
public final class JsonAnswers {
    private JsonAnswers() {}

    /// What `POST /recommend` answers: the recommendation, or the problem.
    ///
    /// @param instance names the request in a problem
    public static String of(RecommendAnswer answer, String instance) {
        if (answer instanceof RecommendAnswer.Recommended(var recommendation)) {
            return text(RecommendationJson.from(recommendation));
        }
        return text(Problem.refusal(answer).json(instance));
    }

    /// What `POST /cost/compare` answers: the comparison, or the problem.
    ///
    /// @param instance names the request in a problem
    public static String of(CompareAnswer answer, String instance) {
        return switch (answer) {
            case CompareAnswer.Compared compared -> text(ComparisonJson.from(compared));
            case CompareAnswer.NoFeasibleOffer(var reasons) -> text(new Problem.Infeasible(reasons).json(instance));
        };
    }

    /// What `POST /sweeps/plan` answers: the plans, what comes nearest, or the problem.
    ///
    /// @param instance names the request in a problem
    public static String of(SweepAnswer answer, String instance) {
        return switch (answer) {
            case SweepAnswer.Planned planned -> text(SweepJson.from(planned));
            case SweepAnswer.BeyondLimits beyond -> text(SweepJson.from(beyond));
            case SweepAnswer.NoFeasibleOffer(var reasons) -> text(new Problem.Infeasible(reasons).json(instance));
        };
    }

    /// The problem of an input with these violations, of which there is at least one.
    ///
    /// @param instance names the request in the problem
    public static String of(List<Violation> violations, String instance) {
        return text(new Problem.Invalid(violations).json(instance));
    }

    /// What `GET /status` answers.
    public static String of(Status status, String version) {
        return text(StatusJson.from(status, version));
    }

    /// What `GET /offers` answers, without a cursor to the next page.
    public static String of(OfferPage page) {
        return text(OffersJson.from(page, null));
    }

    private static String text(Object answer) {
        return new String(Json.bytes(answer), StandardCharsets.UTF_8);
    }
}
