package ai.artenic.optimizer.adapters.pricing.spi;

import java.io.IOException;
import java.io.InputStream;

/// The only way a price source reaches the network: to allowed hosts, within limits of time and size, patient with
/// servers that are busy and soon done with those that are broken.
public interface Web {
    /// What the server answers, as made of its body by the reader. The body is handed over as it arrives, unzipped
    /// and never whole; it may be read again from the beginning where an attempt fails. What was made of an answer
    /// that has not changed since is given again, so the reader's result must be immutable.
    ///
    /// @throws UnreadableSourceException if no attempt succeeds, saying what the last one met
    <T> T read(WebRequest request, BodyReader<T> reader) throws UnreadableSourceException;

    /// Makes something of a body.
    @FunctionalInterface
    interface BodyReader<T> {
        /// @throws IOException if the body is not of the expected shape, or the wire broke
        T read(InputStream body) throws IOException;
    }
}
