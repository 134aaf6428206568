package ai.artenic.optimizer.adapters.pricing.fetch;

import static ai.artenic.optimizer.adapters.pricing.fetch.Asking.error;
import static ai.artenic.optimizer.adapters.pricing.fetch.RawServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    /// Nobody but the server itself vouches for its certificate.
    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                                        + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store)
                                .split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), said);
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String refusal(String address) {
        return error(Asking.web(address, Asking.LIMITS), WebRequest.get(URI.create(address + "/prices")));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_asked() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        var asked = new AtomicInteger();
        server.createContext("/", exchange -> asked.incrementAndGet());
        server.start();
        try {
            String error = refusal("https://localhost:" + server.getAddress().getPort());
            assertTrue(error.startsWith("localhost/prices has no trustworthy TLS connection: "), error);
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_named() {
        try (RawServer server = RawServer.deaf(status("200 OK"))) {
            String error = refusal("https://127.0.0.1:" + server.port());
            assertTrue(error.startsWith("127.0.0.1/prices has no trustworthy TLS connection: "), error);
        }
    }

    @Test
    void a_server_that_hangs_up_before_tls_stands_is_asked_again() {
        var hungUp = new AtomicInteger();
        try (RawServer server = RawServer.deaf(connection -> hungUp.incrementAndGet())) {
            refusal("https://127.0.0.1:" + server.port());
            assertTrue(hungUp.get() >= 3, hungUp.toString());
        }
    }
}
