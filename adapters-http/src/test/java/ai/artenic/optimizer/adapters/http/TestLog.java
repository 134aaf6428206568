package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A store in memory that can be taken away, or broken, in the middle of a test.
final class TestLog implements RecommendationLog, StoreHealth {
    private static final Comparator<Recommendation> NEWEST_FIRST = Comparator.comparing(Recommendation::asOf)
            .thenComparing(each -> each.id().toString())
            .reversed();

    private final List<Recommendation> kept = new ArrayList<>();
    volatile boolean away;
    volatile boolean broken;

    @Override
    public synchronized Kept keep(Recommendation recommendation) {
        refuseIfAway();
        Optional<Recommendation> taken = kept.stream()
                .filter(each -> recommendation.request().jobId().isPresent()
                        && each.request()
                                .jobId()
                                .equals(recommendation.request().jobId()))
                .findFirst();
        if (taken.isPresent()) {
            return new Kept.JobTaken(taken.get().id());
        }
        kept.add(recommendation);
        return new Kept.Stored();
    }

    @Override
    public synchronized Optional<Recommendation> find(UUID id) {
        refuseIfAway();
        return kept.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public synchronized HistoryPage page(HistoryQuery query) {
        refuseIfAway();
        List<Recommendation> matching = kept.stream()
                .filter(each -> matches(each, query))
                .sorted(NEWEST_FIRST)
                .toList();
        List<Recommendation> page = matching.stream().limit(query.limit()).toList();
        return new HistoryPage(
                page,
                matching.size() > page.size()
                        ? Optional.of(new HistoryPosition(
                                page.getLast().asOf(), page.getLast().id()))
                        : Optional.empty());
    }

    private static boolean matches(Recommendation each, HistoryQuery query) {
        String provider =
                each.recommendations().getFirst().offer().id().provider().key();
        return query.provider().map(provider::equals).orElse(true)
                && query.mode().map(mode -> mode == each.mode()).orElse(true)
                && query.since().map(since -> !each.asOf().isBefore(since)).orElse(true)
                && query.until().map(until -> each.asOf().isBefore(until)).orElse(true)
                && query.after().map(after -> isAfter(each, after)).orElse(true);
    }

    private static boolean isAfter(Recommendation each, HistoryPosition position) {
        int byMoment = position.asOf().compareTo(each.asOf());
        return byMoment > 0
                || (byMoment == 0
                        && position.id().toString().compareTo(each.id().toString()) > 0);
    }

    private void refuseIfAway() {
        if (away) {
            throw new StoreUnavailableException("connection refused", new IOException("connection refused"));
        }
        if (broken) {
            throw new IllegalStateException("secret-table has no column secret-column");
        }
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Optional<String> fault() {
        return away ? Optional.of("connection refused") : Optional.empty();
    }
}
