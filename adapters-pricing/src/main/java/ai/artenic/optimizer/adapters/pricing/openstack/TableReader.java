package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.rates.UnitRates;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an operator's price table and names everything that is wrong with it.
final class TableReader {
    private static final BigDecimal MOST = new BigDecimal("1e9");
    private static final Set<String> KEYS = Set.of("currency", "valid_from", "flavors", "rates", "gpu_aliases");
    private static final Set<String> RATES = Set.of("vcpu_hour", "ram_gib_hour", "gpu_hour");

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    TableReader(Path file) {
        this.file = file;
    }

    OperatorTable read() throws UnreadableSourceException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode root = Json.tree(in);
            Instant written = Files.getLastModifiedTime(file).toInstant();
            OperatorTable table = table(root, written);
            if (problems.isEmpty()) {
                return table;
            }
        } catch (JacksonException e) {
            throw new UnreadableSourceException("the price table is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableSourceException("the price table cannot be read: " + e.getMessage(), e);
        }
        throw new UnreadableSourceException("the price table is wrong: " + String.join("; ", problems));
    }

    private OperatorTable table(JsonNode root, Instant written) {
        expect("", root, KEYS);
        JsonNode rates = root.path("rates");
        expect("rates.", rates, RATES);
        return new OperatorTable(
                Json.text(root.path("currency")).orElse("EUR"),
                validFrom(root.path("valid_from"), written),
                prices("flavors", root.path("flavors")),
                new UnitRates(
                        price("rates.vcpu_hour", rates.path("vcpu_hour")),
                        price("rates.ram_gib_hour", rates.path("ram_gib_hour")),
                        prices("rates.gpu_hour", rates.path("gpu_hour"))),
                devices(root.path("gpu_aliases")));
    }

    /// A key that is spelt wrong would otherwise be a price that is not asked. Those that begin with `_` are notes.
    private void expect(String in, JsonNode object, Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name) && !name.startsWith("_"))
                .forEach(name -> problems.add("'" + in + name + "' is not known"));
    }

    private Instant validFrom(JsonNode node, Instant written) {
        try {
            return Json.text(node)
                    .map(text ->
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant())
                    .orElse(written);
        } catch (DateTimeParseException e) {
            problems.add("valid_from is no date such as 2026-08-01");
            return written;
        }
    }

    private Map<String, BigDecimal> prices(String where, JsonNode object) {
        var prices = new HashMap<String, BigDecimal>();
        object.forEachEntry(
                (name, value) -> price(where + "." + name, value).ifPresent(price -> prices.put(name, price)));
        return prices;
    }

    private Optional<BigDecimal> price(String where, JsonNode node) {
        Optional<BigDecimal> price =
                Json.decimal(node).filter(number -> number.signum() >= 0 && number.compareTo(MOST) < 0);
        if (price.isEmpty() && !node.isMissingNode()) {
            problems.add(where + " is no price");
        }
        return price;
    }

    private Map<String, Device> devices(JsonNode object) {
        var devices = new HashMap<String, Device>();
        object.forEachEntry((name, value) -> devices.put(name, device("gpu_aliases." + name, value)));
        return devices;
    }

    /// `null` says that it is no accelerator.
    private Device device(String where, JsonNode node) {
        if (!node.isObject()) {
            if (Json.text(node).isEmpty() && !node.isNull()) {
                problems.add(where + " is neither the name of a GPU nor null");
            }
            return Device.whole(Json.text(node).orElse(""));
        }
        Optional<String> gpu = Json.text(node.path("gpu"));
        double share = Json.size(node.path("share")).orElse(1);
        if (gpu.isEmpty() || share > 1) {
            problems.add(where + " needs 'gpu', and 'share' of at most 1");
        }
        return new Device(gpu.orElse(""), share, Json.size(node.path("memory_gb")));
    }
}
