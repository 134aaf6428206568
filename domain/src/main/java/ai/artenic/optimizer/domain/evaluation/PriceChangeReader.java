package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/// Reads recorded price changes: `valid_from, provider, instance, region, ondemand_usd_hour, spot_usd_hour, source`.
/// USD are taken for EUR, which no rule of the gate is fine enough to notice.
public final class PriceChangeReader {
    /// Names of providers as others write them.
    private static final Map<String, String> KEYS =
            Map.of("lambda", "lambda_labs", "ovhcloud", "ovh", "vast", "vastai", "aws-ec2", "aws");

    private static final Machine UNKNOWN =
            new Machine(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    private final BiFunction<Provider, String, Optional<Machine>> machines;

    /// @param machines the hardware of a provider's instance type, where it is known
    public PriceChangeReader(BiFunction<Provider, String, Optional<Machine>> machines) {
        this.machines = machines;
    }

    public Reading<PriceChange> read(MeasuredRow row) {
        Optional<String> provider = row.text("provider").map(name -> KEYS.getOrDefault(name, name));
        Optional<String> instance = row.text("instance");
        if (provider.isEmpty() || instance.isEmpty() || !Provider.isKey(provider.get())) {
            return new Reading.Unusable<>("no provider or no instance");
        }
        try {
            Optional<BigDecimal> onDemand = row.text("ondemand_usd_hour").map(BigDecimal::new);
            LocalDate from = LocalDate.parse(row.text("valid_from").orElse(""));
            return onDemand.<Reading<PriceChange>>map(price -> new Reading.Usable<>(
                            change(row, new Provider(provider.get()), instance.get(), price, from)))
                    .orElseGet(() -> new Reading.Unusable<>("no on-demand price"));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Reading.Unusable<>("a price or a date is none");
        }
    }

    private PriceChange change(
            MeasuredRow row, Provider provider, String instance, BigDecimal onDemand, LocalDate from) {
        var id = new OfferId(provider, instance, row.text("region").orElse("*"), Optional.empty());
        var provenance = new Provenance(
                Provenance.Source.SNAPSHOT,
                row.file(),
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                onDemand,
                "EUR",
                BigDecimal.ONE,
                from);
        return new PriceChange(
                row.text("source").orElse(row.file()),
                new Offer(
                        id,
                        machines.apply(provider, instance).orElse(UNKNOWN),
                        new EurPerHour(onDemand),
                        row.text("spot_usd_hour").map(EurPerHour::of),
                        true,
                        provenance));
    }
}
