package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PriceList;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Live prices in the table `optimizer_price_lists`, their changes in `optimizer_price_points`.
///
/// Who works at a list has a lease on it, by the database's clock. Work that outlasts its lease is lost if another took
/// the list over; whatever came of it is not kept then.
public final class JdbiPriceLists implements PriceLists {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiPriceLists.class);

    /// Longer than any reading is allowed to take.
    static final Duration LEASE = Duration.ofMinutes(15);

    /// A lease beyond its own length was made before the database's clock was set back: it counts as over.
    private static final String TAKE = """
            update optimizer_price_lists set
                lease = lease + 1, leased_until = clock_timestamp() + make_interval(secs => :seconds)
            where provider = :provider and version = :version
                and (leased_until is null or leased_until <= clock_timestamp()
                    or leased_until > clock_timestamp() + make_interval(secs => :seconds))
            returning lease, list
            """;

    private static final String KEEP = """
            update optimizer_price_lists set
                version = version + 1, attempted_at = :attempted_at, has_failed = :has_failed, list = :list,
                leased_until = null
            where provider = :provider and lease = :lease
            """;

    private final Database database;

    private record Taken(long lease, Optional<PriceList> list) {}

    public JdbiPriceLists(Database database) {
        this.database = database;
    }

    @Override
    public Map<Provider, Standing> standings() {
        return database.ask(handle -> handle.createQuery("""
                        select provider, version, attempted_at, has_failed from optimizer_price_lists where version > 0
                        """)
                .map((row, _) -> Map.entry(
                        new Provider(row.getString("provider")),
                        new Standing(
                                row.getLong("version"),
                                row.getObject("attempted_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getBoolean("has_failed"))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Optional<PriceList> find(Provider provider) {
        return database.ask(handle -> handle.createQuery("""
                                select list from optimizer_price_lists where provider = :provider and version > 0
                                """)
                        .bind("provider", provider.key())
                        .mapTo(byte[].class)
                        .findOne())
                .map(PackedList::unpack);
    }

    @Override
    public boolean workAt(Provider provider, long version, Function<Optional<PriceList>, PriceList> work) {
        Optional<Taken> taken = take(provider, version);
        if (taken.isEmpty()) {
            return false;
        }
        try {
            return keep(taken.get(), work.apply(taken.get().list()));
        } catch (RuntimeException | Error e) {
            release(provider, taken.get(), e);
            throw e;
        }
    }

    private Optional<Taken> take(Provider provider, long version) {
        return database.ask(handle -> {
            handle.createUpdate(
                            "insert into optimizer_price_lists (provider) values (:provider) on conflict do nothing")
                    .bind("provider", provider.key())
                    .execute();
            return handle.createQuery(TAKE)
                    .bind("provider", provider.key())
                    .bind("version", version)
                    .bind("seconds", LEASE.toSeconds())
                    .map((row, _) -> new Taken(
                            row.getLong("lease"),
                            Optional.ofNullable(row.getBytes("list")).map(PackedList::unpack)))
                    .findOne();
        });
    }

    private boolean keep(Taken taken, PriceList list) {
        byte[] packed = PackedList.pack(list);
        List<Offer> before = taken.list().map(PriceList::offers).orElse(List.of());
        List<PricePoint> changes = PricePoint.changes(before, list.offers());
        boolean isKept = database.ask(handle -> handle.inTransaction(transaction -> {
            boolean isMine = keep(transaction, taken, list, packed);
            PointRow.append(transaction, isMine ? changes : List.of());
            return isMine;
        }));
        if (!isKept) {
            LOG.warn(
                    "Prices of {} were read longer than {} and are not kept",
                    list.provider().key(),
                    LEASE);
        }
        return isKept;
    }

    private static boolean keep(Handle transaction, Taken taken, PriceList list, byte[] packed) {
        return transaction
                        .createUpdate(KEEP)
                        .bind("provider", list.provider().key())
                        .bind("lease", taken.lease())
                        .bind("attempted_at", list.attemptedAt().atOffset(ZoneOffset.UTC))
                        .bind("has_failed", list.hasFailed())
                        .bind("list", packed)
                        .execute()
                == 1;
    }

    /// Where not even this can be done, the lease ends by itself.
    private void release(Provider provider, Taken taken, Throwable failure) {
        try {
            database.ask(handle -> handle.createUpdate(
                            "update optimizer_price_lists set leased_until = null where provider = :provider and lease = :lease")
                    .bind("provider", provider.key())
                    .bind("lease", taken.lease())
                    .execute());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
