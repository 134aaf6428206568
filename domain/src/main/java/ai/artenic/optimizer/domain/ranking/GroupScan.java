package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey.Coverage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A scan that keeps all candidates, in groups, and notes what each provider has.
final class GroupScan extends CandidateScan {
    private final CatalogSnapshot snapshot;
    private final KindScorer scorer;
    private final List<CandidateGroup> groups = new ArrayList<>();
    private final BitSet wholeKinds = new BitSet();
    private final Map<Integer, BitSet> partsOfKinds = new TreeMap<>();

    GroupScan(CatalogSnapshot snapshot, Admission admission, KindScorer scorer) {
        super(snapshot.columns(), admission);
        this.snapshot = snapshot;
        this.scorer = scorer;
    }

    @Override
    void take(ScoredKind scored, int kind, int[] offers) {
        groups.add(new CandidateGroup(snapshot, scorer, columns.kinds().get(kind), scored, offers));
        if (offers.length == columns.cheapestFirst(kind, false).length) { // every offer has an on-demand price
            wholeKinds.set(kind);
        } else if (!wholeKinds.get(kind)) {
            BitSet part = partsOfKinds.computeIfAbsent(kind, added -> new BitSet());
            for (int offer : offers) {
                part.set(offer);
            }
        }
    }

    List<CandidateGroup> groups() {
        return groups;
    }

    /// What each provider has that is not ruled out, by key.
    List<Coverage> coverage(ProviderFilter providers) {
        var tallies = new TreeMap<Provider, Tally>();
        for (int k = 0; k < columns.kinds().size(); k++) {
            Kind kind = columns.kinds().get(k);
            if (providers.admits(kind.provider())) {
                count(k, kind, tallies.computeIfAbsent(kind.provider(), added -> new Tally()));
            }
        }
        var coverage = new ArrayList<Coverage>();
        tallies.forEach((provider, tally) ->
                coverage.add(new Coverage(provider, tally.offers, names(tally.regions), tally.gpus)));
        return coverage;
    }

    private static final class Tally {
        private int offers;
        private final BitSet regions = new BitSet();
        private boolean gpus;
    }

    private void count(int k, Kind kind, Tally tally) {
        BitSet part = partsOfKinds.get(k);
        if (wholeKinds.get(k)) {
            tally.offers += columns.cheapestFirst(k, false).length;
            columns.addRegions(k, tally.regions);
        } else if (part != null) {
            tally.offers += part.cardinality();
            part.stream().map(columns::region).forEach(tally.regions::set);
        } else {
            return;
        }
        tally.gpus |= kind.machine().accelerators().isPresent();
    }

    private List<String> names(BitSet regions) {
        return regions.stream().mapToObj(columns.regions()::get).sorted().toList();
    }
}
