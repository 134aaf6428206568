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
    private static final Set<String> SCHEMES = Set.of("http", "https");

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
                Stream.of(SourceSettings.ENDPOINT, SourceSettings.COMPUTE_ENDPOINT)
                        .filter(settings::has)
                        .flatMap(name -> settings.text(name).stream())
                        .map(Origins::address)
                        .toList(),
                settings.text(SourceSettings.MIRROR).map(Origins::address));
    }

    /// The text may hold a password and is not shown.
    private static URI address(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean isPlain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (uri.getHost() != null && SCHEMES.contains(String.valueOf(uri.getScheme())) && isPlain) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below, with an example
        }
        throw new IllegalArgumentException("must be an address such as https://host:port/path");
    }

    /// The address that is asked for what stands at this one.
    ///
    /// @throws UnreadableSourceException if nothing may be fetched from there
    URI resolve(URI wanted) throws UnreadableSourceException {
        if (wanted.getRawUserInfo() != null) {
            throw new UnreadableSourceException("not fetched from " + shown(wanted) + " with a user in its address");
        }
        if (endpoints.stream().anyMatch(own -> isSameOrigin(own, wanted))) {
            return wanted;
        }
        String host = String.valueOf(wanted.getHost()).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host) || !"https".equals(wanted.getScheme()) || port(wanted) != 443) {
            String from = wanted.getHost() == null ? shown(wanted) : origin(wanted);
            throw new UnreadableSourceException("not fetched from " + from + ", which is not the provider's");
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

    /// The host, or that there is none.
    static String shown(URI uri) {
        return uri.getHost() == null ? "an address without a host" : uri.getHost();
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
                if (Addresses.isInternal(address)) {
                    throw new UnreadableSourceException(host + " leads to an internal address");
                }
            }
        } catch (UnknownHostException e) {
            throw new UnreadableSourceException(host + " cannot be found", e);
        }
    }
}
