package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.SpendingUseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.AnomaliesJson;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.domain.cost.anomaly.AnomalyScan;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.intake.Bounds;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Which jobs cost more than they should have.
public final class AnomalyRoutes {
    /// Every job of the period is looked at.
    private static final int DAYS_MOST = 366;

    private static final Bounds EUR = Bounds.between(0, 1e9);

    private final SpendingUseCases spending;

    public AnomalyRoutes(SpendingUseCases spending) {
        this.spending = spending;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/cost/anomalies"),
                new Words("findAnomalies", "Cost Analyzer", "Which jobs cost more than jobs like them, and why?"),
                Contract.ofList(AnomaliesJson.class, "The anomalies, the dearest first")
                        .taking(
                                Parameter.moment("from", "from the UTC day of this moment on; by default 30 days"),
                                Parameter.moment(
                                        "to", "before this moment, to the end of its UTC day; by default today"),
                                Parameter.number(
                                        "min_impact_eur", "EUR above the normal cost to be told; 1 by default"))
                        .or(ProblemKind.UNAVAILABLE),
                this::find));
    }

    private Reply find(Request request) {
        QueryParameters parameters = request.query();
        Optional<Days> days = days(parameters, spending.clock());
        double least = parameters.number("min_impact_eur", EUR).orElse(AnomalyScan.IMPACT_LEAST_EUR);
        Days asked = parameters.conclude(days::orElseThrow);
        return request.list(AnomaliesJson.from(spending.anomalies().find(asked, least), asked, least));
    }

    /// The days that are asked for, few enough to look at every job of theirs, or nothing if that was refused.
    static Optional<Days> days(QueryParameters parameters, InstantSource clock) {
        Optional<Days> days = SpendingRoutes.days(parameters, clock);
        days.filter(found -> ChronoUnit.DAYS.between(found.from(), found.to()) > DAYS_MOST)
                .ifPresent(found -> parameters.refuse("from", "must be at most " + DAYS_MOST + " days before to"));
        return days;
    }
}
