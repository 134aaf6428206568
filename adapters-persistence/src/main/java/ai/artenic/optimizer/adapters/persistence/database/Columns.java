package ai.artenic.optimizer.adapters.persistence.database;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Binds many rows to one statement, each of their columns as an array, so that however many they are, they go to the
/// database in one turn.
public final class Columns<R> {
    private final SqlStatement<?> statement;
    private final List<R> rows;

    public Columns(SqlStatement<?> statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public Columns<R> text(String name, Function<R, @Nullable String> value) {
        return bind(name, "text", value, String[]::new);
    }

    public Columns<R> real(String name, Function<R, @Nullable Double> value) {
        return bind(name, "float8", value, Double[]::new);
    }

    public Columns<R> whole(String name, Function<R, @Nullable Long> value) {
        return bind(name, "int8", value, Long[]::new);
    }

    public Columns<R> flag(String name, Function<R, @Nullable Boolean> value) {
        return bind(name, "bool", value, Boolean[]::new);
    }

    private <T> Columns<R> bind(
            String name, String type, Function<R, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = rows.stream().map(value).toArray(array);
        Argument column = (position, prepared, _) ->
                prepared.setArray(position, prepared.getConnection().createArrayOf(type, values));
        statement.bind(name, column);
        return this;
    }
}
