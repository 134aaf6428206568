package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Runs;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshExperienceTest {
    private static final Workload LORA = Workloads.lora7b();

    private final Store store = new Store();
    private final List<Experience> published = new ArrayList<>();
    private final RefreshExperience refreshing = new RefreshExperience(store, published::add);

    /// A store that can be away, lose what it has, and counts the runs it hands out.
    private static final class Store implements GroupRuns {
        private InMemoryOutcomeLog outcomes = empty();
        private boolean away;
        private int handedOut;

        private static InMemoryOutcomeLog empty() {
            return new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Offers.OBSERVED);
        }

        void keep(String job, double ratio) {
            var run = Runs.took(LORA, Offers.gpu("aws", "p4de", Gpus.A100, 1, 4, 1), ratio);
            outcomes.keep(List.of(Outcomes.ran(Outcomes.succeeded(job, 1), run)));
        }

        @Override
        public News since(long outcome, int most) {
            if (away) {
                throw new StoreUnavailableException("connection refused", new IllegalStateException("away"));
            }
            News news = outcomes.since(outcome, most);
            handedOut += news.runs().size();
            return news;
        }
    }

    private List<Double> known() {
        GroupExperience known = published.getLast().of(QueryId.of(LORA), WorkloadClass.of(LORA), Calibration.NONE);
        return known.runs().stream().map(PastRun::actualHours).toList();
    }

    @Test
    void what_outcomes_told_is_published_once() {
        store.keep("a", 1);
        store.keep("b", 2);
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), refreshing.refresh());
        }
        assertEquals(1, published.size());
        assertEquals(List.of(8.0, 16.0), known());
    }

    @Test
    void only_what_is_new_is_read() {
        store.keep("a", 1);
        refreshing.refresh();
        store.keep("b", 2);
        refreshing.refresh();
        refreshing.refresh();
        assertEquals(2, store.handedOut);
        assertEquals(List.of(8.0, 16.0), known());
    }

    @Test
    void while_the_store_is_away_the_last_known_experience_stays() {
        store.keep("a", 1);
        refreshing.refresh();
        store.keep("b", 2);
        store.away = true;
        assertEquals(Optional.of("connection refused"), refreshing.refresh());
        assertEquals(List.of(8.0), known());
        store.away = false;
        assertEquals(Optional.empty(), refreshing.refresh());
        assertEquals(List.of(8.0, 16.0), known());
    }

    @Test
    void a_store_that_went_back_to_an_earlier_state_is_read_anew() {
        store.keep("a", 1);
        store.keep("b", 2);
        refreshing.refresh();
        store.outcomes = Store.empty();
        store.keep("c", 3);
        refreshing.refresh();
        assertEquals(List.of(24.0), known());
    }

    @Test
    void of_a_store_with_nothing_to_tell_nothing_is_published() {
        assertEquals(Optional.empty(), refreshing.refresh());
        assertEquals(List.of(), published);
    }
}
