package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Costs;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Exports of spending, and jobs to export.
final class FocusExports {
    static final String PATH = ContractClient.BASE + "/cost/export/focus";
    static final String EVER = "?from=2026-01-01T00:00:00Z&to=2030-01-01T00:00:00Z";
    static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

    private FocusExports() {}

    static void keepMany(TestApi api, int jobs) {
        api.outcomes.kept.keep(IntStream.range(0, jobs)
                .mapToObj(i -> Costs.of("job-" + i, "aws", 0.01 * (i % 100), i % 3 > 0, DAY.plusSeconds(i / 2)))
                .toList());
    }

    static String get(TestApi api, String query) {
        Reply reply = api.client.ask(PATH + query);
        assertEquals(200, reply.status(), reply.body());
        assertEquals("text/csv; charset=utf-8", reply.header("Content-Type"));
        return reply.body();
    }

    static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
