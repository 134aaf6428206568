package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The accelerators of a flavor. A flavor tells of them in its extra specs alone: `pci_passthrough:alias` names
/// devices and their number (`a100:2`, or several with commas), `resources:VGPU` and `resources:PGPU` only the number.
/// The names are the operator's.
///
/// @param count accelerators, or the share of one
record Accelerated(Device device, double count) {
    private static final String ALIAS = "pci_passthrough:alias";
    private static final Pattern RESOURCE = Pattern.compile("resources\\d*:[VP]GPU");
    private static final Pattern NUMBERED = Pattern.compile("\\s*([^:]+?)\\s*(?::\\s*(\\d{1,3})\\s*)?");

    /// The accelerators of this flavor, if it has any.
    ///
    /// @param named what the operator says of devices: by `pci_passthrough:alias=a100` or `resources:VGPU`, or with
    ///     the number too, as in `pci_passthrough:alias=a100:1`
    /// @param gpus knows devices that are called like an accelerator
    /// @param problems takes devices of which nobody knows what they are
    static Optional<Accelerated> of(Flavor flavor, Map<String, Device> named, GpuCatalog gpus, List<String> problems) {
        Optional<Accelerated> found = Optional.empty();
        for (var spec : flavor.specs().entrySet()) {
            if (spec.getKey().equals(ALIAS)) {
                for (String alias : spec.getValue().split(",")) {
                    found = more(found, alias(alias, named, gpus, problems), problems);
                }
            } else if (RESOURCE.matcher(spec.getKey()).matches()) {
                found = more(found, resource(spec.getKey(), spec.getValue(), named, problems), problems);
            }
        }
        return found;
    }

    private static Optional<Accelerated> alias(
            String text, Map<String, Device> named, GpuCatalog gpus, List<String> problems) {
        Matcher matcher = NUMBERED.matcher(text);
        if (!matcher.matches()) {
            problems.add("'" + ALIAS + "' cannot be read");
            return Optional.empty();
        }
        String name = matcher.group(1);
        int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        Optional<Device> device = find(named, ALIAS + "=" + name, count)
                .or(() -> gpus.find(name, OptionalDouble.empty()).map(gpu -> Device.whole(gpu.type())));
        return counted(ALIAS + "=" + name, device, count, problems);
    }

    private static Optional<Accelerated> resource(
            String key, String value, Map<String, Device> named, List<String> problems) {
        int count = value.strip().matches("\\d{1,3}") ? Integer.parseInt(value.strip()) : 0;
        String name = key.replaceFirst("\\d*:", ":");
        return count == 0 ? Optional.empty() : counted(name, find(named, name, count), count, problems);
    }

    private static Optional<Device> find(Map<String, Device> named, String key, int count) {
        return Optional.ofNullable(named.get(key))
                .or(() -> Optional.ofNullable(named.get(key + ":" + count)))
                .or(() -> Optional.ofNullable(named.get(key + "=" + count)));
    }

    private static Optional<Accelerated> counted(
            String name, Optional<Device> device, int count, List<String> problems) {
        if (device.isEmpty()) {
            problems.add("what '" + name + "' is stands in no gpu_aliases");
        }
        return device.filter(Device::isGpu)
                .filter(gpu -> count > 0)
                .map(gpu -> new Accelerated(gpu, gpu.share() * count));
    }

    private static Optional<Accelerated> more(
            Optional<Accelerated> one, Optional<Accelerated> other, List<String> problems) {
        if (one.isPresent() && other.isPresent()) {
            problems.add("it has accelerators of two kinds");
        }
        return one.isPresent() ? one : other;
    }
}
