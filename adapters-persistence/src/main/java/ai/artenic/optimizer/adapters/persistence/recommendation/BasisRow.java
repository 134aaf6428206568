package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a recommendation rests on, the column `basis`.
///
/// @param spot what own jobs saw of spot nodes; absent in rows from before it mattered
/// @param exploration probability of a trial
record BasisRow(
        Weights weights,
        CalibrationRow calibration,
        List<PastRunRow> runs,
        Optional<SpotExposureRow> spot,
        @JsonProperty(required = true) double exploration,
        String software) {
    BasisRow {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(calibration, "calibration");
        Objects.requireNonNull(software, "software");
        runs = List.copyOf(runs);
    }

    static BasisRow of(Basis basis) {
        return new BasisRow(
                basis.weights(),
                CalibrationRow.of(basis.calibration()),
                basis.runs().stream().map(PastRunRow::of).toList(),
                Optional.of(SpotExposureRow.of(basis.exposure())),
                basis.exploration().probability(),
                basis.software());
    }

    /// @param json the column; null in rows from before there was one
    static BasisFound read(UUID id, @Nullable String json) {
        if (json == null) {
            return new BasisFound.Absent();
        }
        try {
            return new BasisFound.Known(Json.read(json, BasisRow.class).toDomain());
        } catch (RuntimeException e) { // whoever edits a row by hand can break it in any way
            return new BasisFound.Unreadable("what recommendation " + id + " rests on cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private Basis toDomain() {
        return new Basis(
                weights,
                calibration.toDomain(),
                runs.stream().map(PastRunRow::toDomain).toList(),
                spot.map(SpotExposureRow::toDomain).orElse(SpotExposure.NONE),
                new ExplorationPolicy(exploration),
                software);
    }
}
