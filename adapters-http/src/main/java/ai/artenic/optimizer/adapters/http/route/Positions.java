package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.request.Cursor;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.usecase.OfferPosition;
import ai.artenic.optimizer.application.usecase.OfferQuery;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Cursors of the lists. A list is its filters and its order: a cursor is good for these only, at any limit.
final class Positions {
    private static final String MODELS = "models";

    private Positions() {}

    static String encode(HistoryQuery query, HistoryPosition position) {
        return Cursor.encode(
                list(query), List.of(position.asOf().toString(), position.id().toString()));
    }

    static Optional<HistoryPosition> decode(HistoryQuery query, String cursor) {
        return Cursor.decode(list(query), cursor)
                .filter(fields -> fields.size() == 2)
                .flatMap(Positions::historyPosition);
    }

    static String encode(OfferQuery query, OfferPosition position) {
        OfferId id = position.id();
        return Cursor.encode(
                list(query),
                List.of(
                        id.provider().key(),
                        id.instanceType(),
                        id.region(),
                        id.zone().orElse(""),
                        position.price().amount().toPlainString()));
    }

    static Optional<OfferPosition> decode(OfferQuery query, String cursor) {
        return Cursor.decode(list(query), cursor)
                .filter(fields -> fields.size() == 5 && Provider.isKey(fields.getFirst()))
                .flatMap(Positions::offerPosition);
    }

    static String encode(OutcomeQuery query, long before) {
        return Cursor.encode(list(query), List.of(Long.toString(before)));
    }

    static Optional<Long> decode(OutcomeQuery query, String cursor) {
        return number(list(query), cursor);
    }

    static String encode(PriceHistoryQuery query, long before) {
        return Cursor.encode(list(query), List.of(Long.toString(before)));
    }

    static Optional<Long> decode(PriceHistoryQuery query, String cursor) {
        return number(list(query), cursor);
    }

    private static Optional<Long> number(String list, String cursor) {
        return Cursor.decode(list, cursor)
                .filter(fields -> fields.size() == 1 && fields.getFirst().matches("[0-9]{1,18}"))
                .map(fields -> Long.valueOf(fields.getFirst()));
    }

    /// A model's version is the position in the list of models, which has no filters.
    static String encode(String version) {
        return Cursor.encode(MODELS, List.of(version));
    }

    static Optional<String> decode(String cursor) {
        return Cursor.decode(MODELS, cursor)
                .filter(fields -> fields.size() == 1)
                .map(List::getFirst);
    }

    private static Optional<OfferPosition> offerPosition(List<String> fields) {
        try {
            var id = new OfferId(
                    new Provider(fields.get(0)),
                    fields.get(1),
                    fields.get(2),
                    Optional.of(fields.get(3)).filter(zone -> !zone.isEmpty()));
            return Optional.of(new OfferPosition(EurPerHour.of(fields.get(4)), id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<HistoryPosition> historyPosition(List<String> fields) {
        try {
            return Optional.of(
                    new HistoryPosition(Instant.parse(fields.getFirst()), UUID.fromString(fields.getLast())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String list(HistoryQuery query) {
        return "history" + List.of(query.provider(), query.mode(), query.since(), query.until(), query.hasOutcome());
    }

    private static String list(OutcomeQuery query) {
        return "outcomes"
                + List.of(query.provider(), query.success(), query.recommendationId(), query.since(), query.until());
    }

    private static String list(PriceHistoryQuery query) {
        return "prices" + List.of(query.provider(), query.instanceType(), query.region(), query.since());
    }

    private static String list(OfferQuery query) {
        return "offers"
                + List.of(
                        query.provider(),
                        query.gpuType(),
                        query.region(),
                        query.minGpuMemoryGb(),
                        query.maxPrice(),
                        query.spot(),
                        query.sort());
    }
}
