/// Where prices come from: the bundled snapshot, an operator's file; with the GPU hardware table and exchange rates
/// they need.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.pricing {
    requires transitive ai.artenic.optimizer.application;
    requires com.github.benmanes.caffeine;
    requires de.siegmar.fastcsv;
    requires dev.failsafe.core;
    requires java.net.http;
    requires java.xml;
    requires org.jsoup;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports ai.artenic.optimizer.adapters.pricing;
    exports ai.artenic.optimizer.adapters.pricing.spi;

    provides ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider with
            ai.artenic.optimizer.adapters.pricing.aws.Aws,
            ai.artenic.optimizer.adapters.pricing.azure.Azure,
            ai.artenic.optimizer.adapters.pricing.coreweave.CoreWeave,
            ai.artenic.optimizer.adapters.pricing.gcp.Gcp,
            ai.artenic.optimizer.adapters.pricing.hetzner.Hetzner,
            ai.artenic.optimizer.adapters.pricing.infomaniak.Infomaniak,
            ai.artenic.optimizer.adapters.pricing.kubernetes.Kubernetes,
            ai.artenic.optimizer.adapters.pricing.lambda.LambdaLabs,
            ai.artenic.optimizer.adapters.pricing.local.LocalMachine,
            ai.artenic.optimizer.adapters.pricing.mock.Mock,
            ai.artenic.optimizer.adapters.pricing.oci.Oci,
            ai.artenic.optimizer.adapters.pricing.openstack.OpenStack,
            ai.artenic.optimizer.adapters.pricing.ovh.Ovh,
            ai.artenic.optimizer.adapters.pricing.runpod.RunPod,
            ai.artenic.optimizer.adapters.pricing.scaleway.Scaleway,
            ai.artenic.optimizer.adapters.pricing.vastai.VastAi;

    uses ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
}
