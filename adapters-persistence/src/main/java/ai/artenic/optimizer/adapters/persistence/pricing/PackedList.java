package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A price list as bytes: gzip over JSON.
final class PackedList {
    private PackedList() {}

    static byte[] pack(PriceList list) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(Json.write(PriceListRow.of(list)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PriceList unpack(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Json.read(new String(zip.readAllBytes(), StandardCharsets.UTF_8), PriceListRow.class)
                    .toDomain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
