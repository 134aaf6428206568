package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.csv.ComparisonCsv;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.ComparisonJson;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.application.usecase.CompareOffers;
import ai.artenic.optimizer.domain.cost.compare.CompareRequest;
import java.util.List;

/// One workload at every provider, side by side.
public final class CompareRoutes {
    private static final String PATH = RecommendRoutes.BASE + "/cost/compare";
    private static final String AREA = "Cost Analyzer";
    private static final String SUMMARY = "What would this workload cost at each provider, and what does nothing beat?";

    private final CompareOffers compare;

    public CompareRoutes(CompareOffers compare) {
        this.compare = compare;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        new Route(Method.POST, PATH),
                        new Words("compareOffers", AREA, SUMMARY),
                        contract().reading(RequestSchemas.COMPARE),
                        request -> answer(request, request.body().as(CompareRequest::read))),
                new Endpoint(
                        new Route(Method.GET, PATH),
                        new Words("compareOffersByQuery", AREA, SUMMARY),
                        contract().taking(CompareQuery.parameters().toArray(Parameter[]::new)),
                        request -> answer(request, CompareQuery.read(request.query()))));
    }

    private static Contract contract() {
        return Contract.of(
                        Answer.ok(ComparisonJson.class, "Providers side by side, and the frontier on cost and hours"),
                        Answer.ok(Answer.CSV, "The same candidates, one a row"))
                .or(ProblemKind.NO_FEASIBLE_OFFER);
    }

    private Reply answer(Request request, CompareRequest question) {
        return switch (compare.compare(question)) {
            case CompareAnswer.Compared compared -> {
                ComparisonJson comparison = ComparisonJson.from(compared);
                yield request.prefersCsv() ? Reply.csv(ComparisonCsv.of(comparison)) : Reply.json(comparison);
            }
            case CompareAnswer.NoFeasibleOffer(var reasons) -> request.refuse(new Problem.Infeasible(reasons));
        };
    }
}
