package ai.artenic.optimizer.adapters.http;

import java.time.Duration;

/// How the HTTP server listens.
///
/// @param host name or address to listen on
/// @param port port to listen on; 0 takes any free one
/// @param version version of the service, shown in status and documents
/// @param bodyBytesMost longest body that is read, in bytes
/// @param bodyTimeMost longest time a body may take to arrive
/// @param idleMost longest silence on a connection before it is closed
/// @param drainMost longest wait for running requests when stopping
public record HttpSettings(
        String host,
        int port,
        String version,
        int bodyBytesMost,
        Duration bodyTimeMost,
        Duration idleMost,
        Duration drainMost) {
    private static final int MEBIBYTE = 1 << 20;
    private static final int PORT_MOST = 65_535;

    public HttpSettings {
        if (port < 0 || port > PORT_MOST) {
            throw new IllegalArgumentException("port must be 0 to " + PORT_MOST + ", was " + port);
        }
        if (bodyBytesMost < 1) {
            throw new IllegalArgumentException("bodyBytesMost must be positive, was " + bodyBytesMost);
        }
    }

    /// The usual limits: bodies up to 1 MiB within 15 s, 30 s of silence, 10 s to drain.
    public static HttpSettings of(String host, int port, String version) {
        return new HttpSettings(
                host, port, version, MEBIBYTE, Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /// The same with another limit of bodies.
    public HttpSettings withBodyBytesMost(int bytes) {
        return new HttpSettings(host, port, version, bytes, bodyTimeMost, idleMost, drainMost);
    }

    /// The same with other limits of time.
    public HttpSettings withTimes(Duration body, Duration idle, Duration drain) {
        return new HttpSettings(host, port, version, bodyBytesMost, body, idle, drain);
    }
}
