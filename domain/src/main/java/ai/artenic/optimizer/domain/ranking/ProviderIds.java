package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;

/// Stable numbers of providers as a model feature: new ones are appended, none is ever reused.
final class ProviderIds {
    private static final List<String> KEYS = List.of(
            "local",
            "gcp",
            "aws",
            "azure",
            "oci",
            "openstack",
            "ovh",
            "infomaniak",
            "hetzner",
            "scaleway",
            "lambda_labs",
            "runpod",
            "vastai",
            "coreweave",
            "kubernetes",
            "mock",
            "cudo",
            "fluidstack",
            "ibm",
            "nebius",
            "paperspace",
            "verda");

    private ProviderIds() {}

    /// The provider's number; NaN for one that is not in the list.
    static double of(Provider provider) {
        int index = KEYS.indexOf(provider.key());
        return index < 0 ? Double.NaN : index;
    }
}
