package ai.artenic.optimizer.adapters.pricing.snapshot;

import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A packed snapshot of prices, bundled or from a file.
public final class SnapshotSource implements PriceSource {
    private final String origin;
    private final Opening opening;
    private final GpuCatalog gpus;
    private final FxTable fx;

    private interface Opening {
        InputStream open() throws IOException;
    }

    private SnapshotSource(String origin, Opening opening, GpuCatalog gpus, FxTable fx) {
        this.origin = origin;
        this.opening = opening;
        this.gpus = gpus;
        this.fx = fx;
    }

    /// The snapshot that is part of this module.
    public static SnapshotSource bundled(GpuCatalog gpus, FxTable fx) {
        return new SnapshotSource(
                "bundled snapshot",
                () -> Objects.requireNonNull(SnapshotSource.class.getResourceAsStream("prices.zip")),
                gpus,
                fx);
    }

    /// A snapshot packed by `catalog pack`.
    public static SnapshotSource file(Path file, GpuCatalog gpus, FxTable fx) {
        return new SnapshotSource(String.valueOf(file.getFileName()), () -> Files.newInputStream(file), gpus, fx);
    }

    @Override
    public Fetched fetch() {
        try (InputStream in = opening.open()) {
            List<Offer> offers = new SnapshotReader(gpus, fx).read(in);
            return new Fetched.Read(offers, report(offers.size(), Optional.empty()));
        } catch (NoSuchFileException e) {
            return new Fetched.Failed(report(0, Optional.of("no such file: " + e.getFile())));
        } catch (IOException e) {
            return new Fetched.Failed(report(0, Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    private SourceReport report(int offers, Optional<String> error) {
        return new SourceReport(origin, Provenance.Source.SNAPSHOT, offers, List.of(), error);
    }
}
