package ai.artenic.optimizer.domain.offer;

import java.util.Comparator;
import java.util.Optional;

/// What names an offer: provider, instance type, region and, where prices differ within a region, zone.
public record OfferId(Provider provider, String instanceType, String region, Optional<String> zone)
        implements Comparable<OfferId> {
    private static final Comparator<OfferId> ORDER = Comparator.comparing(OfferId::provider)
            .thenComparing(OfferId::instanceType)
            .thenComparing(OfferId::region)
            .thenComparing(id -> id.zone().orElse(""));

    @Override
    public int compareTo(OfferId other) {
        return ORDER.compare(this, other);
    }

    /// The id as people read it: `aws/p4d.24xlarge/us-east-1`.
    @Override
    public String toString() {
        return provider.key() + "/" + instanceType + "/" + region
                + zone.map(z -> "/" + z).orElse("");
    }
}
