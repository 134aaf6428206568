package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey.Coverage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        List<Tally> tallies =
                Stream.generate(Tally::new).limit(columns.providers().size()).toList();
        for (int k = 0; k < columns.kinds().size(); k++) {
            count(k, columns.kinds().get(k), tallies.get(columns.provider(k)));
        }
        return IntStream.range(0, tallies.size())
                .filter(p -> providers.admits(columns.providers().get(p)))
                .mapToObj(p -> coverage(columns.providers().get(p), tallies.get(p)))
                .sorted(Comparator.comparing(Coverage::provider))
                .toList();
    }

    private Coverage coverage(Provider provider, Tally tally) {
        return new Coverage(provider, tally.offers, names(tally.regions), tally.gpus);
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
