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
import ai.artenic.optimizer.adapters.http.json.SpendingJson;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.usecase.SpendingAnswer;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.Period;
import ai.artenic.optimizer.domain.cost.history.SpendingQuestion;
import ai.artenic.optimizer.domain.offer.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What jobs cost over time.
public final class SpendingRoutes {
    private final SpendingUseCases spending;

    public SpendingRoutes(SpendingUseCases spending) {
        this.spending = spending;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/cost/summary"),
                new Words("summariseSpending", "Cost Analyzer", "What did training cost, by day, week or month?"),
                Contract.ofList(SpendingJson.class, "Spending by period and group, its trend and what it bought")
                        .taking(
                                Parameter.moment("from", "from the UTC day of this moment on; by default 30 days"),
                                Parameter.moment(
                                        "to", "before this moment, to the end of its UTC day; by default today"),
                                Parameter.choice("period", "day by default; weeks begin on Monday", Period.class),
                                Parameter.choice("group_by", "what is told apart; none by default", Grouping.class),
                                Parameter.text("provider", "only of jobs that ran at this provider"))
                        .or(ProblemKind.UNAVAILABLE),
                this::summary));
    }

    private Reply summary(Request request) {
        return switch (spending.summary().summarise(question(request.query(), spending.clock()))) {
            case SpendingAnswer.Summarised(var summary) -> request.list(SpendingJson.from(summary));
            case SpendingAnswer.UnknownProvider(var provider, var known) ->
                throw ProblemException.invalid(
                        "/query/provider",
                        "must be a provider that is known, was '" + provider.key() + "'; there are "
                                + String.join(", ", known));
        };
    }

    private static SpendingQuestion question(QueryParameters parameters, InstantSource clock) {
        Optional<Days> days = days(parameters, clock);
        Period period = parameters.choice("period", Period.class, Period.DAY);
        days.flatMap(found -> SpendingQuestion.fault(found, period))
                .ifPresent(fault -> parameters.refuse("period", fault));
        Grouping grouping = parameters.choice("group_by", Grouping.class, Grouping.NONE);
        Optional<Provider> provider = provider(parameters);
        return parameters.conclude(() -> new SpendingQuestion(days.orElseThrow(), period, grouping, provider));
    }

    /// The days that are asked for, or nothing if that was refused.
    static Optional<Days> days(QueryParameters parameters, InstantSource clock) {
        Optional<Instant> from = parameters.moment("from");
        Optional<Instant> to = parameters.moment("to");
        LocalDate end = Days.end(to, clock.instant());
        LocalDate first = Days.first(from, end);
        Optional<String> fault =
                from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())
                        ? Optional.of("must lie before to, was " + from.get() + " and to " + to.get())
                        : Days.fault(first, end);
        fault.ifPresent(wrong -> parameters.refuse("from", wrong));
        return fault.isPresent() ? Optional.empty() : Optional.of(new Days(first, end));
    }

    private static Optional<Provider> provider(QueryParameters parameters) {
        Optional<String> key = parameters.text("provider");
        if (key.isPresent() && !Provider.isKey(key.get())) {
            parameters.refuse("provider", "must consist of lower-case letters, digits, '_', '.' and '-'");
            return Optional.empty();
        }
        return key.map(Provider::new);
    }
}
