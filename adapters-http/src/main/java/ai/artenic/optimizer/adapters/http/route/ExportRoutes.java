package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.SpendingUseCases;
import ai.artenic.optimizer.adapters.http.csv.FocusCsv;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What was spent, job by job, for other programs.
public final class ExportRoutes {
    private final SpendingUseCases spending;

    public ExportRoutes(SpendingUseCases spending) {
        this.spending = spending;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/cost/export/focus"),
                new Words("exportFocus", "Cost Analyzer", "What every job cost, for tools that read FOCUS 1.2"),
                Contract.of(Answer.ok(Answer.CSV, "A charge per job, in the order in which they ended; of any length"))
                        .taking(
                                Parameter.moment("from", "from the UTC day of this moment on; by default 30 days"),
                                Parameter.moment(
                                        "to", "before this moment, to the end of its UTC day; by default today"))
                        .or(ProblemKind.UNAVAILABLE),
                this::answer));
    }

    private Reply answer(Request request) {
        QueryParameters parameters = request.query();
        Optional<Days> days = SpendingRoutes.days(parameters, spending.clock());
        Days asked = parameters.conclude(days::orElseThrow);
        Iterator<List<SpentJob>> pages = spending.export().export(asked);
        return Reply.csv(out -> FocusCsv.write(pages, out))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"focus-" + asked.from() + "-" + asked.to() + ".csv\"");
    }
}
