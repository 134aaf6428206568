package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.Rejection;
import ai.artenic.optimizer.domain.ranking.RejectionReason;
import java.util.List;

/// How many candidates fell to one reason, with its numbers in words.
public record RejectionJson(RejectionReason reason, int count, String detail) {
    public static List<RejectionJson> from(List<Rejection> rejected) {
        return rejected.stream()
                .map(each -> new RejectionJson(each.reason(), each.count(), each.detail()))
                .toList();
    }
}
