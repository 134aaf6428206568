package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What AWS's spot advisor says of Linux machines, by region and instance type. Public, without a key.
public final class SpotAdvisor {
    static final String HOST = "spot-bid-advisor.s3.amazonaws.com";
    private static final URI ADDRESS = URI.create("https://" + HOST + "/spot-advisor-data.json");
    /// Ten times what it is; it is read into memory whole.
    private static final long MOST_BYTES = 16L << 20;

    private static final String SOURCE = "AWS Spot Instance Advisor";
    private static final Pattern LABEL = Pattern.compile("<(\\d+)%|(\\d+)-(\\d+)%|>(\\d+)%");

    private final Map<String, Map<String, Advice>> regions;
    private final List<String> unreadable;

    /// Share of running machines that AWS took back within the last month, in percent: from `lowest` to `highest`.
    /// It orders types; as a rate it is far below what was measured, and the last band means unknown and high.
    public record Band(int lowest, int highest) {}

    /// @param reclaimed how often AWS took machines of the type back
    /// @param savingPercent of spot against on-demand over the last month; below 0 where spot was dearer
    public record Advice(Band reclaimed, int savingPercent) {}

    /// An advisor that says nothing.
    static final SpotAdvisor SILENT = new SpotAdvisor(Map.of(), List.of());

    private SpotAdvisor(Map<String, Map<String, Advice>> regions, List<String> unreadable) {
        this.regions = Map.copyOf(regions);
        this.unreadable = List.copyOf(unreadable);
    }

    /// What the advisor says now.
    ///
    /// @throws UnreadableSourceException if it cannot be read
    public static SpotAdvisor fetch(Web web) throws UnreadableSourceException {
        return web.read(WebRequest.get(ADDRESS).upTo(MOST_BYTES), SpotAdvisor::read);
    }

    /// From the advisor's JSON.
    ///
    /// @throws tools.jackson.core.JacksonException if it has another shape
    public static SpotAdvisor read(InputStream body) {
        JsonNode data = Json.tree(body);
        Map<Integer, Band> bands = bands(data.path("ranges"));
        if (bands.isEmpty() || !data.path("spot_advisor").isObject()) {
            throw Json.unexpected("no 'ranges' and 'spot_advisor'");
        }
        Map<String, Map<String, Advice>> regions = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        data.path("spot_advisor").forEachEntry((region, systems) -> {
            Map<String, Advice> types = new HashMap<>();
            systems.path("Linux")
                    .forEachEntry((type, advice) -> advice(advice, bands)
                            .ifPresentOrElse(
                                    known -> types.put(type, known), () -> unreadable.add(type + "/" + region)));
            regions.put(region, Map.copyOf(types));
        });
        return new SpotAdvisor(regions, unreadable);
    }

    /// What is said of how often a type is taken back in a region, if anything.
    Optional<ProviderRate> rate(String region, String instanceType) {
        return advice(region, instanceType)
                .map(Advice::reclaimed)
                .map(band -> new ProviderRate(
                        band.lowest() / 100.0, band.highest() / 100.0, ProviderRate.Unit.PER_MONTH, SOURCE));
    }

    /// What is said of a type in a region, if anything.
    public Optional<Advice> advice(String region, String instanceType) {
        return Optional.ofNullable(regions.getOrDefault(region, Map.of()).get(instanceType));
    }

    /// Number of types, counted once per region.
    public int size() {
        return regions.values().stream().mapToInt(Map::size).sum();
    }

    /// Entries that could not be understood, as `type/region`.
    public List<String> unreadable() {
        return unreadable;
    }

    private static Map<Integer, Band> bands(JsonNode ranges) {
        Map<Integer, Band> bands = new HashMap<>();
        for (JsonNode range : ranges) {
            Matcher label = LABEL.matcher(range.path("label").asString(""));
            if (label.matches()) {
                bands.put(range.path("index").asInt(-1), band(label));
            }
        }
        return bands;
    }

    private static Band band(Matcher label) {
        if (label.group(1) != null) {
            return new Band(0, Integer.parseInt(label.group(1)));
        }
        return label.group(4) == null
                ? new Band(Integer.parseInt(label.group(2)), Integer.parseInt(label.group(3)))
                : new Band(Integer.parseInt(label.group(4)), 100);
    }

    private static Optional<Advice> advice(JsonNode advice, Map<Integer, Band> bands) {
        Optional<Band> band = Optional.ofNullable(bands.get(advice.path("r").asInt(-1)));
        OptionalInt saving = advice.path("s").asIntOpt();
        return saving.isEmpty() ? Optional.empty() : band.map(known -> new Advice(known, saving.getAsInt()));
    }
}
