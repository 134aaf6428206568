package ai.artenic.optimizer.domain.offer;

import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Names the content of offers: the first 128 bits of a SHA-256 over every fact that is sold, shown or ranked by, the
/// hardware facts of accelerators among them. Snapshots are kept under it: it must not change its meaning.
final class ContentHash {
    private static final int HEX_DIGITS = 32;

    private final Map<Gpu, String> hardware = new HashMap<>();

    private ContentHash() {}

    static String of(List<Offer> sorted) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var hash = new ContentHash();
            var line = new StringBuilder();
            for (Offer offer : sorted) {
                line.setLength(0);
                hash.describe(offer, line);
                digest.update(line.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void describe(Offer offer, StringBuilder line) {
        OfferId id = offer.id();
        Machine machine = offer.machine();
        fact(line, id.provider().key());
        fact(line, id.instanceType());
        fact(line, id.region());
        fact(line, id.zone().orElse(""));
        fact(line, number(machine.vcpus()));
        fact(line, number(machine.memoryGb()));
        machine.accelerators().ifPresent(has -> {
            fact(line, Double.toString(has.count()));
            fact(line, Double.toString(has.memoryGbEach()));
            fact(line, hardware.computeIfAbsent(has.gpu(), ContentHash::facts));
        });
        fact(line, offer.onDemand().amount().toString());
        fact(line, offer.spot().map(spot -> spot.amount().toString()).orElse(""));
        fact(line, offer.available() ? "available" : "");
        describe(offer.provenance(), line);
        offer.providerRate()
                .ifPresent(rate -> describe(rate, line)); // where nothing is said the hash is as it always was
        line.append('\n');
    }

    private static void describe(Provenance price, StringBuilder line) {
        fact(line, price.source().name());
        fact(line, price.origin());
        fact(line, price.observedAt().toString());
        fact(line, price.nativePrice().toString());
        fact(line, price.currency());
        fact(line, price.fxRate().toString());
        fact(line, price.fxDate().toString());
    }

    private static void describe(ProviderRate rate, StringBuilder line) {
        fact(line, Double.toString(rate.low()));
        fact(line, Double.toString(rate.high()));
        fact(line, rate.unit().name());
        fact(line, rate.source());
    }

    private static String facts(Gpu gpu) {
        var line = new StringBuilder();
        fact(line, gpu.type());
        fact(line, gpu.id().isPresent() ? Integer.toString(gpu.id().getAsInt()) : "");
        fact(line, number(gpu.memoryGb()));
        fact(line, number(gpu.bandwidthGbs()));
        fact(line, number(gpu.fp32Tflops()));
        fact(line, number(gpu.tf32Tflops()));
        fact(line, number(gpu.fp16Tflops()));
        fact(line, number(gpu.bf16Tflops()));
        fact(line, number(gpu.fp8Tflops()));
        fact(line, number(gpu.interconnectGbs()));
        return line.toString();
    }

    private static void fact(StringBuilder line, String fact) {
        line.append(fact).append('\t');
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
