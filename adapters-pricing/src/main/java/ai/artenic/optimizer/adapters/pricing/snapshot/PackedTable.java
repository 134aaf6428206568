package ai.artenic.optimizer.adapters.pricing.snapshot;

/// Names inside a packed snapshot: a zip of a manifest and three CSV tables that refer to each other by row number.
///
/// `machines.csv`: provider, instance_type, vcpus, memory_gb, gpu_type, gpu_count, gpu_memory_gb ·
/// `sources.csv`: source · `prices.csv`: machine, region, zone, price, spot, currency, source, observed (epoch day).
final class PackedTable {
    static final String FORMAT = "artenic-prices-1";
    static final String MANIFEST = "manifest.properties";
    static final String MACHINES = "machines.csv";
    static final String SOURCES = "sources.csv";
    static final String PRICES = "prices.csv";

    private PackedTable() {}
}
