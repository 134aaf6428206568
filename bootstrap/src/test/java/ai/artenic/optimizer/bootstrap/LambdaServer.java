package ai.artenic.optimizer.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A local server that stands for Lambda's API and the central bank's, for settings named `mirror`.
public final class LambdaServer implements AutoCloseable {
    private static final String TYPES = """
            {"data": {"gpu_1x_h100_pcie": {
              "instance_type": {"name": "gpu_1x_h100_pcie", "gpu_description": "H100 (80 GB PCIe)",
                "price_cents_per_hour": CENTS, "specs": {"vcpus": 26, "memory_gib": 200, "gpus": 1}},
              "regions_with_capacity_available": [{"name": "us-west-3"}]}}}""";

    private static final String RATES = """
            <Envelope><Cube><Cube time='2030-01-02'><Cube currency='USD' rate='1.25'/></Cube></Cube></Envelope>""";

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile int cents = 250;

    public LambdaServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/cloud.lambda.ai/api/v1/instance-types", exchange -> {
            questions.incrementAndGet();
            answer(exchange, TYPES.replace("CENTS", Integer.toString(cents)));
        });
        server.createContext(
                "/www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml", exchange -> answer(exchange, RATES));
        server.start();
    }

    /// From now on this is the price.
    public LambdaServer priced(int centsPerHour) {
        cents = centsPerHour;
        return this;
    }

    /// How often the prices were asked for.
    public int questions() {
        return questions.get();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The environment of a service that reads its prices here.
    public Map<String, String> environment() {
        return Map.of(
                "ARTENIC_PRICING__LIVE",
                "lambda_labs",
                "ARTENIC_PRICING__LAMBDA_LABS__MIRROR",
                address(),
                "ARTENIC_PRICING__LAMBDA_LABS__API_KEY",
                "hush",
                "ARTENIC_PRICING__ECB__MIRROR",
                address());
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
