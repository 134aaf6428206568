package ai.artenic.optimizer.adapters.http.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What would put a candidate first, all else equal: a price of at most this; null for the first, and where no price
/// does.
public record FirstIfJson(@Nullable BigDecimal pricePerHourEurAtMost) {}
