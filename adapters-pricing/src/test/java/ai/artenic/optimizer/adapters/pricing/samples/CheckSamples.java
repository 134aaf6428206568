package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Holds every source against the answers recorded from its provider, in a folder per provider that is named as the
/// provider's key begins. `make check-samples` runs it.
public final class CheckSamples {
    private static final String RATES = "ecb";

    private CheckSamples() {}

    /// @param arguments the folder of the folders
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException, URISyntaxException {
        List<Path> folders = folders(Path.of(arguments[0]));
        List<SampleCheck> checks = checks();
        int mistakes = 0;
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            List<String> found = name.equals(RATES) ? rates(folder) : prices(folder, name, checks);
            found.forEach(mistake -> System.out.println("  " + name + ": " + mistake));
            mistakes += found.size();
        }
        System.out.println(folders.size() + " folders, " + mistakes + " mistakes");
        System.exit(mistakes == 0 && !folders.isEmpty() ? 0 : 1);
    }

    private static List<Path> folders(Path samples) throws IOException {
        try (Stream<Path> found = Files.list(samples)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// All that lie beside this class.
    private static List<SampleCheck> checks() throws IOException, ReflectiveOperationException, URISyntaxException {
        Path beside = Path.of(CheckSamples.class.getResource(".").toURI());
        var checks = new ArrayList<SampleCheck>();
        try (Stream<Path> files = Files.list(beside)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Samples.class"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(CheckSamples.class.getPackageName() + "." + name);
                if (SampleCheck.class.isAssignableFrom(type)) {
                    checks.add((SampleCheck) type.getConstructor().newInstance());
                }
            }
        }
        checks.sort(Comparator.comparing(SampleCheck::provider));
        return checks;
    }

    private static List<String> prices(Path folder, String name, List<SampleCheck> checks) throws IOException {
        List<SampleCheck> own = checks.stream()
                .filter(check -> check.provider().startsWith(name))
                .toList();
        if (own.isEmpty()) {
            return List.of("nothing checks it");
        }
        var mistakes = new ArrayList<String>();
        for (SampleCheck check : own) {
            mistakes.addAll(prices(folder, check));
        }
        return mistakes;
    }

    private static List<String> prices(Path folder, SampleCheck check) throws IOException {
        try (var server = new ProviderServer()) {
            check.serve(server, folder);
            var source = server.source(check.source(), check.settings().toArray(String[]::new));
            return switch (source.fetch()) {
                case Fetched.Failed(var report) -> List.of("cannot be read: " + report.lastError());
                case Fetched.Read(var offers, var report) -> {
                    System.out.println(check.provider() + ": " + offers.size() + " offers, "
                            + report.badRows().size() + " items not understood");
                    yield check.mistakes(offers);
                }
            };
        }
    }

    private static List<String> rates(Path folder) throws IOException {
        try (var server = new ProviderServer()) {
            server.at(
                    "www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
                    Files.readString(folder.resolve("eurofxref-daily_2024-06-28.xml")));
            var source = new PriceSources().exchangeRates(Map.of("mirror", server.address()), () -> ProviderServer.NOW);
            var dollar = new FxRate("USD", new BigDecimal("1.0705"), LocalDate.of(2024, 6, 28));
            return switch (source.read()) {
                case Reading.Read(var rates) -> {
                    System.out.println(RATES + ": " + rates.size() + " rates");
                    yield rates.size() == 13 && rates.contains(dollar) ? List.of() : List.of("found " + rates);
                }
                case Reading.Failed(String reason) -> List.of("cannot be read: " + reason);
            };
        }
    }
}
