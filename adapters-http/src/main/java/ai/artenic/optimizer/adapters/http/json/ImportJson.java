package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.adapters.http.json.ProblemJson.ErrorJson;
import ai.artenic.optimizer.application.usecase.ImportAnswer;
import java.util.List;

/// What came of an import, line by line. `rejected` lists the first hundred of `rejected_total`.
public record ImportJson(long accepted, long duplicates, List<RejectedLineJson> rejected, long rejectedTotal) {

    /// A line that was not kept, by its number from 1, and why.
    public record RejectedLineJson(long line, List<ErrorJson> errors) {}

    public static ImportJson from(ImportAnswer answer) {
        return new ImportJson(
                answer.accepted(),
                answer.duplicates(),
                answer.rejected().stream()
                        .map(line -> new RejectedLineJson(line.line(), ErrorJson.from(line.errors())))
                        .toList(),
                answer.rejectedTotal());
    }
}
