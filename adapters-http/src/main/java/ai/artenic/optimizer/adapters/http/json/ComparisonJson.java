package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.CompareAnswer;
import ai.artenic.optimizer.domain.cost.compare.CostComparison;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a workload would cost at each provider. `cheapest`, `fastest`, `balanced` and `dominated_by` are ids
/// of members of the frontier. No ranking model takes part: `model_version` is null.
public record ComparisonJson(
        String catalogSnapshotId,
        @Nullable String modelVersion,
        Instant asOf,
        List<String> degraded,
        List<String> assumptions,
        int totalConsidered,
        int afterFilter,
        List<RejectionJson> rejected,
        List<ProviderSideJson> providers,
        List<FrontierMemberJson> frontier,
        List<DominatedJson> dominated,
        int dominatedTotal,
        String cheapest,
        String fastest,
        String balanced) {

    /// A provider: its candidate of least expected cost (null where none is admitted), how many of its offers
    /// are admitted, in which regions, and whether one of them has GPUs.
    public record ProviderSideJson(
            String provider, @Nullable ComparedJson best, int offers, List<String> regions, boolean gpuAvailable) {
        static ProviderSideJson from(CostComparison.ProviderSide side) {
            return new ProviderSideJson(
                    side.coverage().provider().key(),
                    side.best().map(ComparedJson::from).orElse(null),
                    side.coverage().offers(),
                    side.coverage().regions(),
                    side.coverage().gpus());
        }
    }

    /// A candidate that no other dominates, and how many others are exactly as good.
    public record FrontierMemberJson(ComparedJson offer, int alike) {
        static FrontierMemberJson from(CostComparison.Member member) {
            return new FrontierMemberJson(ComparedJson.from(member.candidate()), member.alike());
        }
    }

    /// A candidate that is beaten, and by which member of the frontier.
    public record DominatedJson(ComparedJson offer, String dominatedBy) {
        static DominatedJson from(CostComparison.Dominated dominated) {
            return new DominatedJson(ComparedJson.from(dominated.candidate()), dominated.by());
        }
    }

    public static ComparisonJson from(CompareAnswer.Compared answer) {
        CostComparison comparison = answer.comparison();
        return new ComparisonJson(
                answer.catalogSnapshotId(),
                null,
                answer.asOf(),
                answer.degraded(),
                comparison.assumptions(),
                comparison.totalConsidered(),
                comparison.admitted(),
                RejectionJson.from(comparison.rejected()),
                comparison.providers().stream().map(ProviderSideJson::from).toList(),
                comparison.frontier().stream().map(FrontierMemberJson::from).toList(),
                comparison.dominated().stream().map(DominatedJson::from).toList(),
                comparison.dominatedTotal(),
                comparison.cheapest(),
                comparison.fastest(),
                comparison.balanced());
    }
}
