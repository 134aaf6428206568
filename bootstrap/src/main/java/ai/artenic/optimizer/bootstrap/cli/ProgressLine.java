package ai.artenic.optimizer.bootstrap.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/// Shows on standard error how far long work has come, where a person looks on.
final class ProgressLine implements AutoCloseable {
    private final Optional<ProgressBar> bar;

    private ProgressLine(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static ProgressLine start(String task) {
        boolean isWatched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ProgressLine(
                isWatched
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(1)
                                .build())
                        : Optional.empty());
    }

    void at(int done, int of) {
        bar.ifPresent(shown -> shown.maxHint(of).stepTo(done));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
