package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Logs in to an OpenStack cloud (Identity API v3): with an application credential, or with a user's password in a
/// project.
final class Keystone {
    /// The token comes in a header, not in the body.
    private static final String TOKEN = "X-Subject-Token";

    private Keystone() {}

    /// A new token, which expires after some hours.
    static String token(SourceTools tools) throws UnreadableSourceException {
        SourceSettings settings = tools.settings();
        String tokens = settings.required("endpoint").replaceAll("/+$", "") + "/auth/tokens";
        Map<String, Object> auth =
                settings.text("credential-id").isPresent() ? credential(settings) : password(settings);
        WebRequest request = WebRequest.post(URI.create(tokens), Json.written(Map.of("auth", auth)))
                .answeredBy(TOKEN);
        return tools.web().read(request, header -> new String(header.readAllBytes(), StandardCharsets.UTF_8));
    }

    /// Belongs to one project, so it names none.
    private static Map<String, Object> credential(SourceSettings settings) throws UnreadableSourceException {
        String method = "application_credential";
        return Map.of(
                "identity",
                Map.of(
                        "methods",
                        List.of(method),
                        method,
                        Map.of(
                                "id", settings.required("credential-id"),
                                "secret", settings.required("credential-secret"))));
    }

    private static Map<String, Object> password(SourceSettings settings) throws UnreadableSourceException {
        Map<String, String> domain = Map.of("name", settings.text("domain").orElse("Default"));
        var user =
                Map.of("name", settings.required("user"), "password", settings.required("password"), "domain", domain);
        return Map.of(
                "identity",
                Map.of("methods", List.of("password"), "password", Map.of("user", user)),
                "scope",
                Map.of("project", Map.of("name", settings.required("project"), "domain", domain)));
    }
}
