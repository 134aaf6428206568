/// Prices of RackShare, a provider that does not exist: a price source in a jar of its own.
module com.example.rackshare {
    requires ai.artenic.optimizer.adapters.pricing;

    provides ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider with
            com.example.rackshare.RackShare;
}
