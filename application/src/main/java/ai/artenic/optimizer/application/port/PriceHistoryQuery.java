package ai.artenic.optimizer.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which price points to list; a name that nothing has matches nothing.
///
/// @param since only points from this moment on
/// @param before only points kept before this place
public record PriceHistoryQuery(
        Optional<String> provider,
        Optional<String> instanceType,
        Optional<String> region,
        Optional<Instant> since,
        OptionalLong before,
        int limit) {}
