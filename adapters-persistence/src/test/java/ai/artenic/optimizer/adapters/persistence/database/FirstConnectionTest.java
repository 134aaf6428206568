package ai.artenic.optimizer.adapters.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.persistence.StorageSettings;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstConnectionTest {
    /// A way to the database that lets nobody through at first.
    private record Door(ServerSocket socket, int refusals, int port) implements AutoCloseable {
        static Door before(int port, int refusals) throws IOException {
            var door = new Door(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), refusals, port);
            Thread.startVirtualThread(door::serve);
            return door;
        }

        private void serve() {
            try {
                for (int visits = 0; ; visits++) {
                    Socket visitor = socket.accept();
                    if (visits < refusals) {
                        visitor.close();
                    } else {
                        var database = new Socket(InetAddress.getLoopbackAddress(), port);
                        pass(visitor.getInputStream(), database.getOutputStream());
                        pass(database.getInputStream(), visitor.getOutputStream());
                    }
                }
            } catch (IOException e) {
                assertEquals(true, socket.isClosed(), e.toString());
            }
        }

        private static void pass(InputStream from, OutputStream to) {
            Thread.startVirtualThread(() -> {
                try (from;
                        to) {
                    from.transferTo(to);
                } catch (IOException e) {
                    // one side is gone, and so the other is closed
                }
            });
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static StorageSettings.Server behind(Door door) {
        String url = Workbench.asServer(Pool.DEFAULT).url();
        return new StorageSettings.Server(
                url.replaceFirst(":\\d+/", ":" + door.socket().getLocalPort() + "/"),
                Optional.empty(),
                Optional.empty(),
                Pool.DEFAULT);
    }

    private static int port() {
        return Integer.parseInt(Workbench.asServer(Pool.DEFAULT).url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    @Test
    void a_database_that_is_not_yet_to_be_had_is_waited_for_as_long_as_is_said() throws Exception {
        Workbench.storage();
        try (var door = Door.before(port(), 2);
                var database = new Database(ServerUrl.source(behind(door)), Pool.DEFAULT, Duration.ofSeconds(30))) {
            int answer = database.ask(handle ->
                    handle.createQuery("select 41 + 1").mapTo(Integer.class).one());
            assertEquals(42, answer);
        }
    }

    @Test
    void a_database_that_nobody_waits_for_is_tried_once() throws Exception {
        Workbench.storage();
        try (var door = Door.before(port(), 1000)) {
            assertThrows(SQLException.class, () -> new Database(ServerUrl.source(behind(door)), Pool.DEFAULT).close());
        }
    }
}
