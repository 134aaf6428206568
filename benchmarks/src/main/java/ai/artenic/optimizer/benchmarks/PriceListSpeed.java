package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.adapters.pricing.aws.Aws;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheets;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// How fast the AWS source reads a bulk price list of hundreds of megabytes, beside Jackson's own stream of tokens
/// over the same bytes, and whether it does so within the heap it is given.
public final class PriceListSpeed {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private final Path file;
    private long read;

    private PriceListSpeed(Path file) {
        this.file = file;
    }

    /// `write FILE PRODUCTS` makes the list as AWS does, `write-last FILE PRODUCTS` with the terms of interest last;
    /// `read FILE` measures.
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].startsWith("write")) {
            int machines = SyntheticPriceList.write(file, Integer.parseInt(args[2]), args[0].equals("write-last"));
            System.out.printf(Locale.ROOT, "%d MB, %d machines of interest%n", Files.size(file) >> 20, machines);
        } else {
            new PriceListSpeed(file).measure();
        }
    }

    private void measure() throws IOException {
        System.out.printf("heap limit %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            long start = processorNanos();
            int offers = offers();
            double source = rate(read, processorNanos() - start);
            start = processorNanos();
            double same = rate(tokens(read), processorNanos() - start);
            start = processorNanos();
            double whole = rate(tokens(Long.MAX_VALUE), processorNanos() - start);
            if (round > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "round %d: source %.0f MB/s (%d offers from %d MB), tokens of the same part %.0f MB/s, ratio %.2f; "
                                + "tokens of the whole %.0f MB/s, ratio %.2f%n",
                        round,
                        source,
                        offers,
                        read >> 20,
                        same,
                        source / same,
                        whole,
                        source / whole);
            }
        }
    }

    /// Time of this thread on a processor, so that other work of the machine does not count.
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double rate(long bytes, long nanos) {
        return bytes / 1048576.0 / (nanos / 1e9);
    }

    private int offers() {
        PriceSource source = new Aws()
                .create(new SourceTools(
                        new SourceSettings("aws", new Aws().settings(), Map.of("list", "bulk", "regions", "us-east-1")),
                        new FileWeb(),
                        new OfferSheets(new Provider("aws"), new PriceSources().gpus(), PriceListSpeed::dollars),
                        type -> Optional.empty(),
                        List::of,
                        provider -> List.of(),
                        InstantSource.system()));
        return source.fetch().report().offers();
    }

    private static Optional<FxRate> dollars(String currency) {
        return Optional.of(new FxRate(currency, BigDecimal.ONE, LocalDate.EPOCH));
    }

    private long tokens(long bytes) throws IOException {
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), Files.newInputStream(file))) {
            long offset = 0;
            while (offset < bytes && parser.nextToken() != null) {
                offset = parser.currentLocation().getByteOffset();
            }
            return offset;
        }
    }

    /// Answers the list from the file, and what else is asked shortly.
    private final class FileWeb implements Web {
        @Override
        public <T> T read(WebRequest request, BodyReader<T> reader) {
            try (InputStream body = body(request.uri().getPath())) {
                return reader.read(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private InputStream body(String path) throws IOException {
            if (path.endsWith("region_index.json")) {
                return text("{\"regions\": {\"us-east-1\": {\"currentVersionUrl\": \"/index.json\"}}}");
            }
            if (path.endsWith("spot-advisor-data.json")) {
                return text("{\"ranges\": [{\"index\": 0, \"label\": \"<5%\"}], \"spot_advisor\": {}}");
            }
            if (!path.endsWith("index.json")) {
                return text("callback({\"config\": {\"regions\": []}});");
            }
            read = 0;
            return new Counted(Files.newInputStream(file));
        }

        private static InputStream text(String json) {
            return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            read += Math.max(0, some);
            return some;
        }
    }
}
