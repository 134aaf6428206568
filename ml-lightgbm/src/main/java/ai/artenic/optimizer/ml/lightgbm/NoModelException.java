package ai.artenic.optimizer.ml.lightgbm;

import java.io.Serial;

/// The text is no model we can serve; the message says why. Caught where the text comes in.
final class NoModelException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NoModelException(String reason) {
        super(reason);
    }
}
