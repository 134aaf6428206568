package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.application.port.StoreHealth;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.util.Optional;

/// Asks the database whether it answers.
final class SqlStoreHealth implements StoreHealth {
    private final String kind;
    private final Database database;

    SqlStoreHealth(String kind, Database database) {
        this.kind = kind;
        this.database = database;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Optional<String> fault() {
        try {
            database.with(
                    handle -> handle.select("select 1").mapTo(Integer.class).one());
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
