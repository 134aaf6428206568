package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.usecase.PriceRefresh;
import ai.artenic.optimizer.application.usecase.RefreshPrices.Urgency;
import ai.artenic.optimizer.bootstrap.CatalogRefresh;
import ai.artenic.optimizer.bootstrap.CatalogRefresh.Refreshed;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.PriceProviders;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Reads live prices now.
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = "Reads the live prices of pricing.live now, and keeps them in the store.",
        footer = {
            "",
            "A running service reads them by itself, and picks up what is kept on a shared server. While it uses an",
            "embedded store, nobody else can open that; with store.kind memory this only tries out.",
            "",
            "Examples:",
            "  optimizer catalog refresh",
            "  optimizer catalog refresh --provider aws --provider scaleway"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CatalogRefreshCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--provider", paramLabel = "KEY", description = "Only this provider; may be given again")
    private List<String> providers = new ArrayList<>();

    @Option(
            names = "--believe",
            description = "Believe jumps and vanished offers; look at what is not believed before you do")
    private boolean believes;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Config> config = options.config(Map.of(), err);
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        List<String> keys = keys(config.get());
        if (!PriceProviders.keys().containsAll(keys) || keys.isEmpty()) {
            err.println(
                    keys.isEmpty()
                            ? "pricing.live names no provider: set it, or name one with --provider"
                            : "--provider must be one of " + String.join(", ", PriceProviders.keys()));
            return ExitCode.BAD_INPUT;
        }
        try {
            return refresh(config.get(), keys, err);
        } catch (StorageOpeningException e) {
            err.println("optimizer: " + e.getMessage());
            return ExitCode.CANNOT_START;
        }
    }

    private List<String> keys(Config config) {
        return providers.isEmpty()
                ? config.pricing().live().keys().stream()
                        .filter(key -> !key.equals(PriceSources.RATES))
                        .sorted()
                        .toList()
                : providers;
    }

    private int refresh(Config config, List<String> keys, PrintWriter err)
            throws StorageOpeningException, InterruptedException {
        var all = new ArrayList<Refreshed>();
        Urgency urgency = believes ? Urgency.NOW_AND_BELIEVE : Urgency.NOW;
        try (ProgressLine progress = ProgressLine.start("sources")) {
            progress.at(0, keys.size());
            new CatalogRefresh(config)
                    .refresh(keys, urgency, one -> {
                        all.add(one);
                        progress.at(all.size(), keys.size());
                        err.println(one.source() + ": " + words(one.refresh()));
                        err.flush();
                    })
                    .lastError()
                    .ifPresent(error -> err.println("exchange rates: " + error));
        }
        all.sort(Comparator.comparing(Refreshed::source));
        print(all);
        if (config.store().kind() == Config.Store.Kind.MEMORY) {
            err.println("The store is memory: nothing was kept.");
        }
        return all.stream().allMatch(CatalogRefreshCommand::isRead) ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static boolean isRead(Refreshed one) {
        return one.refresh() instanceof PriceRefresh.Attempted(PriceList list) && !list.hasFailed();
    }

    private static String words(PriceRefresh refresh) {
        return switch (refresh) {
            case PriceRefresh.NotDue notDue -> "not due";
            case PriceRefresh.Elsewhere elsewhere -> "is being read by another process";
            case PriceRefresh.Attempted(PriceList list) ->
                list.report().lastError().orElse(list.offers().size() + " offers");
        };
    }

    private void print(List<Refreshed> all) {
        PrintWriter out = spec.commandLine().getOut();
        var table = new TextTable(
                "provider", ">offers", ">with GPU", ">with spot", ">not believed", ">bad rows", ">seconds", "error");
        for (Refreshed one : all) {
            if (one.refresh() instanceof PriceRefresh.Attempted(PriceList list)) {
                table.add(
                        one.source(),
                        Integer.toString(list.offers().size()),
                        count(list, offer -> offer.machine().accelerators().isPresent()),
                        count(list, offer -> offer.spot().isPresent()),
                        Integer.toString(list.quarantined().size()),
                        Integer.toString(list.report().badRows().size()),
                        String.format(Locale.ROOT, "%.1f", one.took().toMillis() / 1000.0),
                        list.report().lastError().orElse(""));
            }
        }
        table.print(out);
        for (Refreshed one : all) {
            if (one.refresh() instanceof PriceRefresh.Attempted(PriceList list)) {
                list.quarantined().stream()
                        .limit(MOST_NAMED)
                        .forEach(held ->
                                out.println("not believed: " + held.offer().id() + ", " + held.detail()));
                list.report().badRows().stream()
                        .limit(MOST_NAMED)
                        .forEach(row -> out.println("bad row: " + one.source() + " " + row.reason()));
            }
        }
    }

    private static String count(PriceList list, Predicate<Offer> counted) {
        return Long.toString(list.offers().stream().filter(counted).count());
    }
}
