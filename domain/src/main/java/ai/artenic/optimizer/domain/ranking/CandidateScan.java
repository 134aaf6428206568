package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.OfferColumns;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// One pass over all candidates of a snapshot: admits or counts each, and hands those of a kind that are
/// admitted to whoever looks for something among them. The hot path of the service.
abstract sealed class CandidateScan permits BestScan, GroupScan {
    final OfferColumns columns;
    private final Admission admission;
    private final Map<RejectionReason, Tally> rejected = new EnumMap<>(RejectionReason.class);
    private int considered;
    private int admitted;

    CandidateScan(OfferColumns columns, Admission admission) {
        this.columns = columns;
        this.admission = admission;
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, new Tally());
        }
    }

    /// A count that grows in the hot path.
    private static final class Tally {
        private int count;
    }

    /// Adds all candidates with the table's node count.
    final void scan(KindTable kinds) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            scan(kinds, kind, false);
            scan(kinds, kind, true);
        }
    }

    private void scan(KindTable kinds, int kind, boolean spot) {
        int[] offers = columns.cheapestFirst(kind, spot);
        if (offers.length > 0) {
            if (admission.decidesByKind(kind)) {
                scanWhole(kinds, kind, spot, offers);
            } else {
                scanEach(kinds, kind, spot, offers);
            }
        }
    }

    /// All candidates of the kind are admitted or rejected together.
    private void scanWhole(KindTable kinds, int kind, boolean spot, int[] offers) {
        considered += offers.length;
        RejectionReason reason = admission.rejectionOfKind(kinds, kind, spot);
        if (reason != null) {
            tally(reason).count += offers.length;
            return;
        }
        admitted += offers.length;
        take(kinds.kind(kind, spot), kind, offers);
    }

    private void scanEach(KindTable kinds, int kind, boolean spot, int[] offers) {
        int[] taken = new int[offers.length];
        int count = 0;
        for (int offer : offers) {
            considered++;
            RejectionReason reason = admission.rejection(kinds, offer, spot, columns.price(offer, spot));
            if (reason == null) {
                taken[count++] = offer;
            } else {
                tally(reason).count++;
            }
        }
        if (count > 0) {
            admitted += count;
            take(kinds.kind(kind, spot), kind, count == offers.length ? offers : Arrays.copyOf(taken, count));
        }
    }

    /// Takes those offers of a kind that are admitted at such a price. Within a kind the score falls with the
    /// price, and the cost rises with it.
    ///
    /// @param offers cheapest first, at least one; not to be changed
    abstract void take(ScoredKind scored, int kind, int[] offers);

    /// Counts a candidate that was admitted as rejected after all.
    final void takeBack(RejectionReason reason) {
        admitted--;
        tally(reason).count++;
    }

    private Tally tally(RejectionReason reason) {
        return Objects.requireNonNull(rejected.get(reason));
    }

    final int considered() {
        return considered;
    }

    final int admitted() {
        return admitted;
    }

    final int rejected(RejectionReason reason) {
        return tally(reason).count;
    }
}
