package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.pricing.PackReport;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.usecase.OfferQuery;
import ai.artenic.optimizer.bootstrap.OneShot;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows prices and packs price tables.
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        subcommands = CatalogRefreshCommand.class,
        description = "Shows and refreshes prices, and packs your own price table into a snapshot.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CatalogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "pack",
            mixinStandardHelpOptions = true,
            description = "Packs a price table (CSV) into a snapshot file, naming the rows that are wrong.",
            footer = {
                "",
                "Columns: provider, instance_type, region, price_per_hour (required); zone, vcpus, memory_gb, gpu_type,",
                "gpu_count, gpu_memory_gb, spot_price_per_hour, currency (default EUR), available, source, as_of.",
                "",
                "Example:",
                "  optimizer catalog pack --from our-prices.csv --to our-prices.zip",
                "  optimizer serve --snapshot-file our-prices.zip"
            })
    int pack(
            @Option(names = "--from", required = true, paramLabel = "FILE.csv", description = "The price table")
                    Path from,
            @Option(names = "--to", paramLabel = "FILE.zip", description = "The snapshot (default: beside the table)")
                    @Nullable
                    Path to) {
        Path target = to == null ? from.resolveSibling(from.getFileName() + ".zip") : to;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return switch (new PriceSources().pack(from, target)) {
            case PackReport.Failed(String reason) -> {
                err.println("optimizer: " + reason);
                yield ExitCode.BAD_INPUT;
            }
            case PackReport.Packed packed -> {
                packed.badRows().forEach(row -> err.println(from + " line " + row.line() + ": " + row.reason()));
                out.printf(
                        "%s: %,d offers of %d providers in %,d bytes; %d rows were left out.%n",
                        target,
                        packed.offers(),
                        packed.providers(),
                        packed.bytes(),
                        packed.badRows().size());
                yield ExitCode.OK;
            }
        };
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Counts offers and price ages by provider.")
    int show(@Mixin ConfigOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Config> config = options.config(Map.of(), spec.commandLine().getErr());
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        var oneShot = new OneShot(config.get());
        PriceNotes.print(oneShot.catalog(), spec.commandLine().getErr());
        var byProvider = new TreeMap<String, Counts>();
        for (Offer offer : oneShot.catalog().snapshot().offers()) {
            byProvider
                    .computeIfAbsent(offer.id().provider().key(), key -> new Counts())
                    .add(offer);
        }
        var table = new TextTable("provider", ">offers", ">with GPU", ">with spot", "oldest price", "newest price");
        byProvider.forEach((provider, counts) -> counts.row(provider, table));
        table.print(out);
        out.printf(
                "%n%,d offers, snapshot %s%n",
                oneShot.catalog().snapshot().offers().size(),
                oneShot.catalog().snapshot().id());
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists offers, cheapest first.")
    int list(
            @Mixin ConfigOptions options,
            @Option(names = "--provider", paramLabel = "NAME", description = "Only this provider") @Nullable
                    String provider,
            @Option(names = "--gpu-type", paramLabel = "NAME", description = "Only this type or family") @Nullable
                    String gpuType,
            @Option(names = "--region", paramLabel = "NAME", description = "Only this region") @Nullable String region,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (default: 20)")
                    int limit) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Config> config = options.config(Map.of(), spec.commandLine().getErr());
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        var table = new TextTable("provider", "instance", "region", "GPU", ">EUR/h", ">spot EUR/h", "observed");
        new OneShot(config.get())
                .offers(new OfferQuery(
                        Optional.ofNullable(provider),
                        Optional.ofNullable(gpuType),
                        Optional.ofNullable(region),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OfferQuery.Sort.PRICE,
                        Optional.empty(),
                        Math.max(1, limit)))
                .items()
                .forEach(offer -> row(offer, table));
        table.print(out);
        return ExitCode.OK;
    }

    private static void row(Offer offer, TextTable table) {
        table.add(
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                offer.machine().accelerators().map(GpuWords::of).orElse("-"),
                offer.onDemand().amount().toPlainString(),
                offer.spot().map(spot -> spot.amount().toPlainString()).orElse("-"),
                LocalDate.ofInstant(offer.provenance().observedAt(), ZoneOffset.UTC)
                        .toString());
    }

    /// One provider's share.
    private static final class Counts {
        private int offers;
        private int gpus;
        private int spots;
        private Instant oldest = Instant.MAX;
        private Instant newest = Instant.MIN;

        void add(Offer offer) {
            Instant observedAt = offer.provenance().observedAt();
            offers++;
            gpus += offer.machine().accelerators().isPresent() ? 1 : 0;
            spots += offer.spot().isPresent() ? 1 : 0;
            oldest = observedAt.isBefore(oldest) ? observedAt : oldest;
            newest = observedAt.isAfter(newest) ? observedAt : newest;
        }

        void row(String provider, TextTable table) {
            table.add(
                    provider,
                    Integer.toString(offers),
                    Integer.toString(gpus),
                    Integer.toString(spots),
                    LocalDate.ofInstant(oldest, ZoneOffset.UTC).toString(),
                    LocalDate.ofInstant(newest, ZoneOffset.UTC).toString());
        }
    }
}
