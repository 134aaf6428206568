package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Optional;

/// A measured duration.
///
/// @param source under what the run is reported
/// @param origin who published it
/// @param relativeTo name of a group whose points are comparable only among themselves, because the work behind
///     them is not stated; empty where hours are absolute
/// @param machine each of the nodes
/// @param measuredHours hours of the whole job; in a group, up to one common factor
public record RunPoint(
        String source,
        String origin,
        Optional<String> relativeTo,
        Workload workload,
        Machine machine,
        int nodes,
        double measuredHours) {}
