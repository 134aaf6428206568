package ai.artenic.optimizer.adapters.http;

/// Another process listens on the port already. The message is one line for the operator.
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(String host, int port, Throwable cause) {
        super(
                "Port " + port + " on " + host + " is already in use: stop the other process or choose another port",
                cause);
    }
}
