package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where one provider's prices may be fetched from: the provider's own hosts over HTTPS, as long as their names
/// lead to public addresses, and what the operator names as the provider's `endpoint` and `compute-endpoint`. A
/// `mirror` that the operator names answers for all of them, each under its host's name as the first part of the path.
final class Origins {
    private final Set<String> hosts;
    private final List<URI> endpoints;
    private final Optional<URI> mirror;

    private Origins(Set<String> hosts, List<URI> endpoints, Optional<URI> mirror) {
        this.hosts = Set.copyOf(hosts);
        this.endpoints = endpoints;
        this.mirror = mirror;
    }

    /// @throws IllegalArgumentException if an endpoint or `mirror` is set to what is no HTTP address
    static Origins of(Set<String> hosts, SourceSettings settings) {
        return new Origins(
                hosts,
                Stream.of("endpoint", "compute-endpoint")
                        .flatMap(name -> settings.text(name).stream())
                        .map(Origins::address)
                        .toList(),
                settings.text("mirror").map(Origins::address));
    }

    private static URI address(String text) {
        URI uri = URI.create(text.replaceAll("/+$", ""));
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("must be an address such as https://host:port/path, was '" + text + "'");
        }
        return uri;
    }

    /// The address that is asked for what stands at this one.
    ///
    /// @throws UnreadableSourceException if nothing may be fetched from there
    URI resolve(URI wanted) throws UnreadableSourceException {
        if (endpoints.stream().anyMatch(own -> isSameOrigin(own, wanted))) {
            return wanted;
        }
        String host = String.valueOf(wanted.getHost()).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host) || !"https".equals(wanted.getScheme()) || port(wanted) != 443) {
            throw new UnreadableSourceException("not fetched from " + origin(wanted) + ", which is not the provider's");
        }
        if (mirror.isPresent()) {
            String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
            return URI.create(mirror.get() + "/" + host + wanted.getRawPath() + query);
        }
        requirePublic(host);
        return wanted;
    }

    /// Whether a redirect from one to the other stays with the same host.
    static boolean isSameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
    }

    private static void requirePublic(String host) throws UnreadableSourceException {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInternal(address)) {
                    throw new UnreadableSourceException(host + " leads to an internal address");
                }
            }
        } catch (UnknownHostException e) {
            throw new UnreadableSourceException(host + " cannot be found", e);
        }
    }

    /// Loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC 6598), unspecified and multicast addresses.
    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return unique
                || shared
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }
}
