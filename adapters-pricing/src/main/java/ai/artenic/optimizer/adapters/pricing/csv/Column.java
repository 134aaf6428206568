package ai.artenic.optimizer.adapters.pricing.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Columns of a price table, with the names they go by.
enum Column {
    PROVIDER(true),
    INSTANCE_TYPE(true, "instance"),
    REGION(true),
    ZONE(false),
    VCPUS(false, "vcpu"),
    MEMORY_GB(false, "memory_gib"),
    GPU_TYPE(false, "gpu_name", "gpu"),
    GPU_COUNT(false),
    GPU_MEMORY_GB(false, "gpu_memory_gib"),
    PRICE_PER_HOUR(true, "price_usd_hour", "price_per_hour_eur"),
    SPOT_PRICE_PER_HOUR(false, "spot_usd_hour", "spot_price_per_hour_eur"),
    CURRENCY(false),
    AVAILABLE(false),
    SOURCE(false),
    AS_OF(false, "observed_at");

    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> otherNames;

    Column(boolean required, String... otherNames) {
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /// The name of the column in our own tables.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return required;
    }

    /// The name under which a header has this column.
    Optional<String> in(List<String> header) {
        if (header.contains(label())) {
            return Optional.of(label());
        }
        return otherNames.stream().filter(header::contains).findFirst();
    }
}
