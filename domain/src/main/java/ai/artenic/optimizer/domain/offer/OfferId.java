package ai.artenic.optimizer.domain.offer;

import java.util.Optional;

/// What names an offer: provider, instance type, region and, where prices differ within a region, zone.
public record OfferId(Provider provider, String instanceType, String region, Optional<String> zone)
        implements Comparable<OfferId> {
    @Override
    public int compareTo(OfferId other) {
        int order = provider.compareTo(other.provider);
        if (order == 0) {
            order = instanceType.compareTo(other.instanceType);
        }
        if (order == 0) {
            order = region.compareTo(other.region);
        }
        return order == 0 ? zone.orElse("").compareTo(other.zone.orElse("")) : order;
    }

    /// The id as people read it: `aws/p4d.24xlarge/us-east-1`.
    @Override
    public String toString() {
        return provider.key() + "/" + instanceType + "/" + region
                + zone.map(z -> "/" + z).orElse("");
    }
}
