package ai.artenic.optimizer.adapters.pricing.infomaniak;

import ai.artenic.optimizer.adapters.pricing.openstack.FlavorPages;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The flavors that a project of Infomaniak's OpenStack may start.
final class Flavors {
    private Flavors() {}

    /// Their names.
    static Set<String> read(SourceTools tools) throws UnreadableSourceException {
        SourceSettings settings = tools.settings();
        var names = new TreeSet<String>();
        for (JsonNode flavor :
                FlavorPages.read(tools.web(), settings.required("endpoint"), settings.required("token"))) {
            Json.text(flavor.path("name")).ifPresent(names::add);
        }
        return names;
    }
}
