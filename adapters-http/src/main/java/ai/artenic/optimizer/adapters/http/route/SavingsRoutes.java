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
import ai.artenic.optimizer.adapters.http.json.SavingsJson;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.intake.Bounds;
import java.util.List;
import java.util.Optional;

/// What jobs saved, and could have saved.
public final class SavingsRoutes {
    private static final int LIMIT_MOST = 1000;
    private static final int LIMIT_DEFAULT = 50;

    private final SpendingUseCases spending;

    public SavingsRoutes(SpendingUseCases spending) {
        this.spending = spending;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/cost/savings"),
                new Words(
                        "reportSavings",
                        "Cost Analyzer",
                        "What did following recommendations save, and what could jobs have saved?"),
                Contract.ofList(SavingsJson.class, "Savings, and the greatest opportunities first")
                        .taking(
                                Parameter.moment("from", "from the UTC day of this moment on; by default 30 days"),
                                Parameter.moment(
                                        "to", "before this moment, to the end of its UTC day; by default today"),
                                Parameter.limit(LIMIT_DEFAULT, LIMIT_MOST))
                        .or(ProblemKind.UNAVAILABLE),
                this::report));
    }

    private Reply report(Request request) {
        QueryParameters parameters = request.query();
        Optional<Days> days = AnomalyRoutes.days(parameters, spending.clock());
        int limit = parameters.integer("limit", Bounds.between(1, LIMIT_MOST), LIMIT_DEFAULT);
        Days asked = parameters.conclude(days::orElseThrow);
        return request.list(SavingsJson.from(spending.savings().report(asked, limit), asked));
    }
}
