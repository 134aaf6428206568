package ai.artenic.optimizer.adapters.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that is a list, so that it can be written as a table too: a row for each item.
///
/// @param <R> what an item is written from; the fields of its JSON are the columns
public interface ListJson<R extends Record> {
    Class<R> rowType();

    List<R> rows();

    /// Where the list goes on; null where it does not.
    default @Nullable String nextCursor() {
        return null;
    }
}
