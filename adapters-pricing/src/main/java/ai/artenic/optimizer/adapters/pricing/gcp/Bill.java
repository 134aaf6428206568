package ai.artenic.optimizer.adapters.pricing.gcp;

import ai.artenic.optimizer.adapters.pricing.gcp.Part.Resource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a machine type, each to be paid for.
record Bill(List<Line> lines) {
    private static final Pattern TYPE = Pattern.compile("([a-z]+\\d+[a-z]*)-([a-z]+)-?(\\d+)?g?(.*)");
    private static final int GIB_PER_DISK = 375;
    /// Disks of C4 machines by vCPUs.
    private static final Map<Integer, Integer> C4_DISKS =
            Map.of(4, 1, 8, 1, 16, 2, 24, 4, 32, 5, 48, 8, 96, 16, 144, 24, 192, 32, 288, 48);
    /// Disks of C3 machines by vCPUs.
    private static final Map<Integer, Integer> C3_DISKS = Map.of(4, 1, 8, 2, 22, 4, 44, 8, 88, 16, 176, 32);

    /// So much of a part.
    ///
    /// @param otherwise the part whose price holds where this one has none
    record Line(Part part, Optional<Part> otherwise, BigDecimal quantity) {}

    /// The bill of a machine type; empty if the parts are not known.
    static Optional<Bill> of(String type, Machine machine) {
        if (type.startsWith("tpu-")) {
            return machine.accelerators()
                    .map(tpu -> new Bill(List.of(accelerators(tpu, tpu.gpu().type()))));
        }
        Matcher parsed = TYPE.matcher(type);
        if (!parsed.matches()) {
            return Optional.empty();
        }
        String series = parsed.group(1);
        if (series.equals("a4")) {
            return machine.accelerators()
                    .map(gpus -> new Bill(List.of(line(new Part(Resource.SLICE, series), gpus.count()))));
        }
        OptionalDouble vcpus = machine.vcpus();
        OptionalDouble memory = machine.memoryGb();
        if (vcpus.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        String family = family(series, parsed.group(2));
        var lines = new ArrayList<Line>();
        lines.add(line(new Part(Resource.CORE, family), vcpus.getAsDouble()));
        lines.add(line(new Part(Resource.RAM, family), memory.getAsDouble()));
        machine.accelerators().ifPresent(gpus -> lines.add(accelerators(gpus, accelerator(family, gpus))));
        int disks = disks(parsed, machine);
        if (disks > 0) {
            lines.add(localSsd(family, disks));
        }
        return disks < 0 ? Optional.empty() : Optional.of(new Bill(List.copyOf(lines)));
    }

    /// A3 Mega and Ultra are families of their own, A2 Ultra is not.
    private static String family(String series, String size) {
        return switch (series + "-" + size) {
            case "a3-megagpu" -> "a3plus";
            case "a3-ultragpu" -> "a3ultra";
            default -> series;
        };
    }

    private static String accelerator(String family, Accelerators gpus) {
        return family.equals("a3plus") ? "H100 Mega" : gpus.gpu().type();
    }

    /// How many local disks come with the type; negative if some do and nobody knows how many.
    private static int disks(Matcher type, Machine machine) {
        int gpus = (int)
                machine.accelerators().map(Accelerators::count).orElse(0.0).doubleValue();
        int vcpus = (int) machine.vcpus().orElse(0);
        return switch (type.group(1) + "-" + type.group(2)) {
            case "a2-ultragpu" -> gpus;
            case "a3-highgpu", "a3-megagpu" -> 2 * gpus;
            case "a3-ultragpu" -> 4 * gpus;
            case String other when !type.group(4).contains("lssd") -> 0;
            case String other when other.startsWith("c3-") -> C3_DISKS.getOrDefault(vcpus, -1);
            case String other when other.startsWith("c4-") -> C4_DISKS.getOrDefault(vcpus, -1);
            default -> -1;
        };
    }

    /// The disks of C4 are others, and dearer, than those that any machine may have.
    private static Line localSsd(String family, int disks) {
        Optional<Part> otherwise = family.equals("c4") ? Optional.empty() : Optional.of(Part.LOCAL_SSD);
        return new Line(
                new Part(Resource.LOCAL_SSD, family), otherwise, BigDecimal.valueOf((long) disks * GIB_PER_DISK));
    }

    private static Line accelerators(Accelerators gpus, String name) {
        return line(new Part(Resource.ACCELERATOR, name), gpus.count());
    }

    private static Line line(Part part, double quantity) {
        return new Line(part, Optional.empty(), BigDecimal.valueOf(quantity));
    }
}
