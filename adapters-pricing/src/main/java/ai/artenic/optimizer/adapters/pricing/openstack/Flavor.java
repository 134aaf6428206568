package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A kind of machine of an OpenStack cloud.
///
/// @param specs what it has besides cores and memory, by its key
/// @param showsSpecs whether the cloud shows this project what a flavor has besides
record Flavor(
        String name,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        Map<String, String> specs,
        boolean showsSpecs,
        boolean isDisabled) {
    private static final double MEBIBYTES_PER_GB = 1024;

    static Flavor read(JsonNode json) {
        var specs = new TreeMap<String, String>();
        json.path("extra_specs").forEachEntry((key, value) -> specs.put(key, value.asString("")));
        OptionalDouble ram = Json.size(json.path("ram"));
        return new Flavor(
                json.path("name").asString(""),
                Json.size(json.path("vcpus")),
                ram.isPresent() ? OptionalDouble.of(ram.getAsDouble() / MEBIBYTES_PER_GB) : ram,
                specs,
                json.path("extra_specs").isObject(),
                json.path("OS-FLV-DISABLED:disabled").asBoolean(false));
    }
}
