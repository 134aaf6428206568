package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.util.List;
import java.util.Map;

/// What the benchmarks ask about.
final class BundledOffers {
    private BundledOffers() {}

    static List<Offer> read(PriceSources prices) {
        if (prices.bundledSnapshot().fetch() instanceof Fetched.Read(List<Offer> bundled, var report)) {
            return bundled;
        }
        throw new IllegalStateException("the bundled snapshot cannot be read");
    }

    static RecommendRequest request(Map<String, Object> question) {
        if (RecommendRequest.read(question) instanceof Intake.Accepted<RecommendRequest>(var read)) {
            return read;
        }
        throw new IllegalStateException("the question is not valid");
    }
}
