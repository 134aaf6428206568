package ai.artenic.optimizer.domain.offer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names the content of offers: the first 128 bits of a SHA-256 over every fact that is sold or shown.
final class ContentHash {
    private static final int HEX_DIGITS = 32;

    private ContentHash() {}

    static String of(List<Offer> sorted) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var line = new StringBuilder();
            for (Offer offer : sorted) {
                line.setLength(0);
                describe(offer, line);
                digest.update(line.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void describe(Offer offer, StringBuilder line) {
        Machine machine = offer.machine();
        line.append(offer.id()).append('\t');
        line.append(machine.vcpus()).append('\t').append(machine.memoryGb()).append('\t');
        machine.accelerators()
                .ifPresent(accelerators -> line.append(accelerators.gpu().type())
                        .append('x')
                        .append(accelerators.count())
                        .append('x')
                        .append(accelerators.memoryGbEach()));
        line.append('\t').append(offer.onDemand().amount().toPlainString()).append('\t');
        offer.spot().ifPresent(spot -> line.append(spot.amount().toPlainString()));
        line.append('\t').append(offer.available()).append('\t');
        Provenance provenance = offer.provenance();
        line.append(provenance.source())
                .append('\t')
                .append(provenance.observedAt())
                .append('\n');
    }
}
