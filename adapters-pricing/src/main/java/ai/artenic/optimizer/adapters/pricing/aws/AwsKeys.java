package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.util.Optional;

/// An access key of AWS, never shown.
///
/// @param session the token of a temporary key
record AwsKeys(String id, String secret, Optional<String> session) {
    private static final String ID = "access-key-id";

    /// The key that is set, if one is.
    ///
    /// @throws UnreadableSourceException if only half of it is set
    static Optional<AwsKeys> of(SourceSettings settings) throws UnreadableSourceException {
        return settings.text(ID).isEmpty() ? Optional.empty() : Optional.of(required(settings));
    }

    /// The key that has to be set.
    ///
    /// @throws UnreadableSourceException if it is not
    static AwsKeys required(SourceSettings settings) throws UnreadableSourceException {
        return new AwsKeys(
                settings.required(ID), settings.required("secret-access-key"), settings.text("session-token"));
    }

    @Override
    public String toString() {
        return "AwsKeys";
    }
}
