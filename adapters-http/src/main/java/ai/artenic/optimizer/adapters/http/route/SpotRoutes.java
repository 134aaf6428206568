package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.SpotJson;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.usecase.AdviseSpot;
import ai.artenic.optimizer.application.usecase.SpotAnswer;
import ai.artenic.optimizer.application.usecase.SpotInquiry;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.Lifetimes;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import java.util.List;
import java.util.Optional;

/// Whether spot nodes are worth their interruptions.
public final class SpotRoutes {
    private static final Bounds HOURS = Bounds.between(1e-3, 1e5);
    private static final Bounds MINUTES = Bounds.between(0, 1440);
    private static final Bounds NODES = Bounds.between(1, 10_000);
    private static final double PER_HOUR = 60;

    private final AdviseSpot spot;

    public SpotRoutes(AdviseSpot spot) {
        this.spot = spot;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/cost/spot"),
                new Words("adviseSpot", "Cost Analyzer", "Should this job run on spot nodes, and what will that cost?"),
                Contract.ofList(SpotJson.class, "Yes, no, or too little is known, with the figures that decide")
                        .taking(
                                Parameter.text("provider", "key of the provider, such as aws")
                                        .asNeeded(),
                                Parameter.text("instance_type", "the provider's own name of the type")
                                        .asNeeded(),
                                Parameter.text("region", "the provider's own name; the cheapest where none is given"),
                                Parameter.number("hours", "of the job without interruptions", HOURS)
                                        .asNeeded(),
                                Parameter.flag(
                                        "checkpointing", "whether the job resumes from checkpoints, true by default"),
                                Parameter.number(
                                        "checkpoint_write_minutes", "to write a checkpoint, 2 by default", MINUTES),
                                Parameter.number(
                                        "restart_minutes",
                                        "from interruption until it runs again, 6 by default",
                                        MINUTES),
                                Parameter.integer(
                                        "node_count", "nodes, of which each can be taken back; 1 by default", NODES),
                                Parameter.number("max_hours", "until the job must be done; gives a plan", HOURS))
                        .or(ProblemKind.UNAVAILABLE),
                this::advise));
    }

    private Reply advise(Request request) {
        SpotInquiry inquiry = inquiry(request.query());
        return switch (spot.advise(inquiry)) {
            case SpotAnswer.Advised advised -> request.list(SpotJson.from(advised));
            case SpotAnswer.UnknownProvider(var known) ->
                refuse(request, "provider", "offers nothing; there are " + String.join(", ", known));
            case SpotAnswer.UnknownInstance(var nearest) ->
                refuse(
                        request,
                        "instance_type",
                        "is not offered by " + inquiry.provider().key()
                                + nearest.stream()
                                        .findFirst()
                                        .map(name -> "; did you mean " + name + "?")
                                        .orElse(""));
            case SpotAnswer.UnknownRegion(var regions) ->
                refuse(request, "region", "does not offer the instance; there are " + String.join(", ", regions));
            case SpotAnswer.NoSpotPrice() -> refuse(request, "instance_type", "has no spot price there");
        };
    }

    private static Reply refuse(Request request, String name, String message) {
        return request.refuse(new Problem.Invalid(List.of(new Violation("/query/" + name, message))));
    }

    private static SpotInquiry inquiry(QueryParameters parameters) {
        Optional<Provider> provider =
                parameters.neededText("provider", Provider::isKey).map(Provider::new);
        Optional<String> type = parameters.neededText("instance_type", text -> true);
        var region = parameters.text("region");
        var hours = parameters.neededNumber("hours", HOURS);
        boolean checkpointing = parameters.flag("checkpointing").orElse(true);
        double write =
                parameters.number("checkpoint_write_minutes", MINUTES).orElse(SpotOverhead.USUAL_CHECKPOINT_MINUTES);
        double restart = parameters.number("restart_minutes", MINUTES).orElse(SpotOverhead.USUAL_RESTART_MINUTES);
        int nodes = parameters.integer("node_count", NODES, 1);
        var maxHours = parameters.number("max_hours", HOURS);
        return parameters.conclude(() -> new SpotInquiry(
                provider.orElseThrow(),
                type.orElseThrow(),
                region,
                hours.orElseThrow(),
                nodes,
                new SpotOverhead(checkpointing, write / PER_HOUR, restart / PER_HOUR, Lifetimes.MEASURED),
                maxHours));
    }
}
