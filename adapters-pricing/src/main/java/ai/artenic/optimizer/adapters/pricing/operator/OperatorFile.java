package ai.artenic.optimizer.adapters.pricing.operator;

import ai.artenic.optimizer.adapters.pricing.csv.PriceTable;
import ai.artenic.optimizer.adapters.pricing.csv.UnreadableTableException;
import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An operator's own price table.
public final class OperatorFile implements PriceSource {
    private final Path file;
    private final GpuCatalog gpus;
    private final FxTable fx;

    public OperatorFile(Path file, GpuCatalog gpus, FxTable fx) {
        this.file = file;
        this.gpus = gpus;
        this.fx = fx;
    }

    @Override
    public Fetched fetch() {
        String origin = String.valueOf(file.getFileName());
        try {
            PriceTable table = PriceTable.read(file, gpus, fx);
            List<Offer> offers = table.rows().stream()
                    .map(row -> row.toOffer(Provenance.Source.OPERATOR))
                    .toList();
            return new Fetched.Read(
                    offers,
                    new SourceReport(
                            origin, Provenance.Source.OPERATOR, offers.size(), table.badRows(), Optional.empty()));
        } catch (UnreadableTableException e) {
            return new Fetched.Failed(new SourceReport(
                    origin, Provenance.Source.OPERATOR, 0, List.of(), Optional.ofNullable(e.getMessage())));
        }
    }
}
