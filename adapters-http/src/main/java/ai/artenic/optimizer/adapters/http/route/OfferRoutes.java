package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Parameter;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.OffersJson;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.application.usecase.OfferPage;
import ai.artenic.optimizer.application.usecase.OfferQuery;
import ai.artenic.optimizer.application.usecase.OfferQuery.Sort;
import ai.artenic.optimizer.domain.intake.Bounds;
import java.util.List;
import java.util.Optional;

/// What is on offer.
public final class OfferRoutes {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MOST = 500;
    private static final Bounds AMOUNT = Bounds.between(0, 1e12);

    private final UseCases useCases;

    public OfferRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                new Route(Method.GET, RecommendRoutes.BASE + "/offers"),
                new Words("listOffers", "Offers", "What the current catalogue offers, cheapest first"),
                Contract.ofList(OffersJson.class, "A page of offers")
                        .taking(
                                Parameter.text("provider", "key of the provider, such as aws"),
                                Parameter.text("gpu_type", "canonical type or family, such as A100; none for no GPU"),
                                Parameter.text("region", "the provider's own name of the region"),
                                Parameter.number("min_gpu_memory_gb", "least memory of one GPU in GB"),
                                Parameter.number(
                                        "max_price",
                                        "highest price in EUR per hour: of spot if spot=true, else on demand"),
                                Parameter.flag("spot", "only offers with (true) or without (false) a spot price"),
                                Parameter.choice("sort", "order of the list, price by default", Sort.class),
                                Parameter.limit(LIMIT_DEFAULT, LIMIT_MOST),
                                Parameter.cursor()),
                this::list));
    }

    private Reply list(Request request) {
        OfferQuery query = query(request.query());
        OfferPage page = useCases.offers().list(query);
        return request.list(OffersJson.from(
                page, page.next().map(last -> Positions.encode(query, last)).orElse(null)));
    }

    private static OfferQuery query(QueryParameters parameters) {
        var first = new OfferQuery(
                parameters.text("provider"),
                parameters.text("gpu_type"),
                parameters.text("region"),
                parameters.number("min_gpu_memory_gb", AMOUNT),
                parameters.number("max_price", AMOUNT),
                parameters.flag("spot"),
                parameters.choice("sort", Sort.class, Sort.PRICE),
                Optional.empty(),
                parameters.integer("limit", Bounds.between(1, LIMIT_MOST), LIMIT_DEFAULT));
        var after = parameters.cursor("cursor", cursor -> Positions.decode(first, cursor));
        return parameters.conclude(() -> new OfferQuery(
                first.provider(),
                first.gpuType(),
                first.region(),
                first.minGpuMemoryGb(),
                first.maxPrice(),
                first.spot(),
                first.sort(),
                after,
                first.limit()));
    }
}
