package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.SweepJson;
import ai.artenic.optimizer.adapters.http.openapi.RequestSchemas;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.application.usecase.SweepAnswer;
import ai.artenic.optimizer.domain.sweep.Sweep;
import java.util.List;

/// Sweeps: many trials of one workload.
public final class SweepRoutes {
    private final UseCases useCases;

    public SweepRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.POST, RecommendRoutes.BASE + "/sweeps/plan"),
                new Words("planSweep", RecommendRoutes.AREA, "Where should this sweep run, how many trials at once?"),
                Contract.of(Answer.ok(SweepJson.class, "Plans, cheapest first, or the nearest to what was asked"))
                        .reading(RequestSchemas.SWEEP)
                        .or(ProblemKind.NO_FEASIBLE_OFFER),
                this::plan));
    }

    private Reply plan(Request request) {
        Sweep sweep = request.body().as(Sweep::read);
        return switch (useCases.sweep().plan(sweep)) {
            case SweepAnswer.Planned planned -> Reply.json(SweepJson.from(planned));
            case SweepAnswer.BeyondLimits beyond -> Reply.json(SweepJson.from(beyond));
            case SweepAnswer.NoFeasibleOffer(var reasons) -> request.refuse(new Problem.Infeasible(reasons));
        };
    }
}
