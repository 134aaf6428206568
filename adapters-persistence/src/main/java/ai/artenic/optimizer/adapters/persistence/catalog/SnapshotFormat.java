package ai.artenic.optimizer.adapters.persistence.catalog;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A snapshot's offers as bytes: the JSON of [PackedOffers], gzipped.
final class SnapshotFormat {
    private SnapshotFormat() {}

    static byte[] write(CatalogSnapshot snapshot) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Json.write(PackedOffers.of(snapshot.offers())).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if the bytes are no gzip
    /// @throws RuntimeException if they are no offers
    static List<Offer> read(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Json.read(new String(gzip.readAllBytes(), StandardCharsets.UTF_8), PackedOffers.class)
                    .toDomain();
        }
    }
}
