package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.PricesJson;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.usecase.ListPrices;
import ai.artenic.optimizer.application.usecase.ListPrices.PricesAnswer;
import ai.artenic.optimizer.domain.intake.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What offers cost before.
public final class PriceRoutes {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MOST = 500;

    private final ListPrices prices;

    public PriceRoutes(ListPrices prices) {
        this.prices = prices;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/offers/history"),
                new Words(
                        "listPrices",
                        "Offers",
                        "What offers of live sources cost before, newest first; spot statistics where provider,"
                                + " instance_type and region are given"),
                Contract.ofList(PricesJson.class, "A page of price points")
                        .taking(
                                Parameter.text("provider", "key of the provider, such as aws"),
                                Parameter.text("instance_type", "the provider's own name of the instance type"),
                                Parameter.text("region", "the provider's own name of the region"),
                                Parameter.moment("since", "only prices from this moment on"),
                                Parameter.limit(LIMIT_DEFAULT, LIMIT_MOST),
                                Parameter.cursor()),
                this::list));
    }

    private Reply list(Request request) {
        PriceHistoryQuery query = query(request.query());
        PricesAnswer answer = prices.list(query);
        OptionalLong next = answer.page().next();
        return request.list(
                PricesJson.from(answer, next.isPresent() ? Positions.encode(query, next.getAsLong()) : null));
    }

    private static PriceHistoryQuery query(QueryParameters parameters) {
        var first = new PriceHistoryQuery(
                parameters.text("provider"),
                parameters.text("instance_type"),
                parameters.text("region"),
                parameters.moment("since"),
                OptionalLong.empty(),
                parameters.integer("limit", Bounds.between(1, LIMIT_MOST), LIMIT_DEFAULT));
        Optional<Long> before = parameters.cursor("cursor", cursor -> Positions.decode(first, cursor));
        return parameters.conclude(() -> new PriceHistoryQuery(
                first.provider(),
                first.instanceType(),
                first.region(),
                first.since(),
                before.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                first.limit()));
    }
}
