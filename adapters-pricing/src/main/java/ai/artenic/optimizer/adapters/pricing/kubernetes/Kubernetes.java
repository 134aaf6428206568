package ai.artenic.optimizer.adapters.pricing.kubernetes;

import ai.artenic.optimizer.adapters.pricing.rates.RateSettings;
import ai.artenic.optimizer.adapters.pricing.rates.UnitRates;
import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a cluster, each kind an offer: what a job can be allocated on an empty node, which is not what is
/// free now. A node costs what the operator's rates say, else what the cloud underneath asks for such a machine by the
/// bundled snapshot, with that price's date.
///
/// Settings `pricing.kubernetes.…`: needed are `endpoint`, the address of the API server, and `token`, which must be
/// allowed to list nodes. Rates per hour are `cpu-rate` (of a core), `ram-rate` (of a GB) and `gpu-rate`, in `currency`
/// (EUR unless set); see [UnitRates] for what they include. `cloud` names the provider underneath where the nodes do
/// not tell.
public final class Kubernetes implements PriceSourceProvider {
    private static final String ORIGIN = "Kubernetes nodes (operator's rates)";

    /// For [java.util.ServiceLoader].
    public Kubernetes() {}

    /// What an offer is named by.
    private record Name(String type, String region) {}

    @Override
    public String key() {
        return "kubernetes";
    }

    /// None: what is asked is the operator's endpoint.
    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public Set<String> settings() {
        return Set.of("endpoint", "token", "cpu-rate", "ram-rate", "gpu-rate", "currency", "cloud");
    }

    @Override
    public Freshness freshness() {
        return Freshness.MINUTES;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        var problems = new ArrayList<String>();
        UnitRates rates = RateSettings.read(tools.settings(), problems);
        if (!problems.isEmpty()) {
            throw new UnreadableSourceException(String.join("; ", problems));
        }
        String currency = tools.settings().text("currency").orElse("EUR");
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, currency, tools.clock().instant());
        var prices = new NodePrices(
                tools.sheets(),
                rates,
                new CloudPrices(tools.clouds()),
                tools.settings().text("cloud"));
        byName(NodeList.read(tools, sheet)).forEach((name, kinds) -> {
            List<Alike> byNumber = kinds.values().stream()
                    .sorted(Comparator.comparingInt(
                            (Alike kind) -> -kind.nodes().size()))
                    .toList();
            prices.add(byNumber.getFirst(), sheet);
            byNumber.stream().skip(1).forEach(odd -> sheet.reject(odd.name(), odd(odd, byNumber.getFirst())));
        });
        return sheet;
    }

    /// Nodes by the name of what they offer, and then by what it is: a machine that lost an accelerator is still called
    /// like its siblings.
    private static Map<Name, Map<Portion, Alike>> byName(List<Node> nodes) {
        Map<Name, Map<Portion, Alike>> names = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (Portion portion : node.portions()) {
                String type = node.offerName(portion);
                names.computeIfAbsent(new Name(type, node.region()), name -> new LinkedHashMap<>())
                        .merge(portion, new Alike(type, portion, List.of(node)), Kubernetes::joined);
            }
        }
        return names;
    }

    private static Alike joined(Alike one, Alike other) {
        var nodes = new ArrayList<>(one.nodes());
        nodes.addAll(other.nodes());
        return new Alike(one.name(), one.portion(), nodes);
    }

    private static String odd(Alike odd, Alike usual) {
        return "has other accelerators on " + odd.any().name() + " than on "
                + usual.any().name();
    }
}
