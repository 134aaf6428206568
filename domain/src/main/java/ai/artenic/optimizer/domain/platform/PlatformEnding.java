package ai.artenic.optimizer.domain.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a job of the platform ended, by the platform's own rules.
///
/// @param succeeded whether it ran to its end
/// @param hours from start to end, where that is known
/// @param preempted whether the provider took its nodes back
/// @param failureKind by the words of its error, in the terms of the HTTP contract
record PlatformEnding(boolean succeeded, Optional<Double> hours, boolean preempted, Optional<String> failureKind) {
    private static final double SECONDS_OF_AN_HOUR = 3600;
    /// A spot job that fails within this time counts as preempted.
    private static final double SHORT_HOURS = 5.0 / 60;

    private static final List<String> WORDS_OF_PREEMPTION = List.of(
            "preempted", "preemption", "spot interruption", "instance terminated", "capacity", "reclaimed", "evicted");

    /// Not the end of another word: a model is called BLOOM, and there may be no room.
    private static final Pattern WORDS_OF_MEMORY = Pattern.compile("out of memory|outofmemory|(?<![a-z])oom");

    private static final List<String> WORDS_OF_TIME = List.of("timeout", "timed out");

    static PlatformEnding of(PlatformJob job) {
        String status = Column.text(job.job(), "status").orElse("");
        boolean succeeded = Column.flag(job.outcome(), "success").orElse(status.equals("completed"));
        Optional<Double> hours = hours(job);
        String error = Column.text(job.job(), "error").orElse("").toLowerCase(Locale.ROOT);
        boolean taken = status.equals("preempted") || (!succeeded && wasTaken(error, hours));
        boolean preempted = Column.flag(job.job(), "preempted").orElse(false) || (isSpot(job) && taken);
        return new PlatformEnding(succeeded, hours, preempted, failureKind(succeeded, preempted, error));
    }

    /// Whether there is an outcome: the platform recorded one, or the job is completed or failed.
    static boolean isOver(PlatformJob job) {
        String status = Column.text(job.job(), "status").orElse("");
        return !job.outcome().isEmpty() || status.equals("completed") || status.equals("failed");
    }

    static boolean isSpot(PlatformJob job) {
        return Column.flag(job.outcome(), "is_spot")
                .or(() -> Column.flag(job.job(), "is_spot"))
                .orElse(false);
    }

    private static boolean wasTaken(String error, Optional<Double> hours) {
        return holdsAny(error, WORDS_OF_PREEMPTION)
                || hours.map(ran -> ran <= SHORT_HOURS).orElse(false);
    }

    private static Optional<Double> hours(PlatformJob job) {
        return Column.number(job.outcome(), "actual_duration_hours")
                .or(() -> Column.number(job.job(), "duration_seconds").map(seconds -> seconds / SECONDS_OF_AN_HOUR))
                .or(() -> {
                    Optional<Instant> started = Column.moment(job.job(), "started_at");
                    Optional<Instant> completed = Column.moment(job.job(), "completed_at");
                    return started.flatMap(from ->
                            completed.map(to -> Duration.between(from, to).toMillis() / (1000 * SECONDS_OF_AN_HOUR)));
                });
    }

    private static Optional<String> failureKind(boolean succeeded, boolean preempted, String error) {
        if (succeeded || (error.isEmpty() && !preempted)) {
            return Optional.empty();
        }
        return Optional.of(
                WORDS_OF_MEMORY.matcher(error).find()
                        ? "oom"
                        : preempted ? "capacity" : holdsAny(error, WORDS_OF_TIME) ? "timeout" : "error");
    }

    private static boolean holdsAny(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
