package ai.artenic.optimizer.adapters.persistence.embedded;

import java.util.List;

/// The server did not start; the message is what it said last that explains why.
final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> output;

    StartFailedException(List<String> output) {
        super(explain(output));
        this.output = List.copyOf(output);
    }

    /// Whether the server said this.
    boolean says(String words) {
        return output.stream().anyMatch(line -> line.contains(words));
    }

    /// The line that tells the reason best, with the hint that follows it.
    static String explain(List<String> output) {
        if (output.stream().anyMatch(line -> line.contains("unshare failed") || line.contains("run as root"))) {
            return "PostgreSQL does not run as root here: run the service as an ordinary user,"
                    + " or give the URL of a PostgreSQL server instead";
        }
        if (output.stream().anyMatch(line -> line.contains("failed to execute"))) {
            return output.getLast() + ": choose a binaries directory on a file system that allows programs";
        }
        String reason = output.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .or(() -> output.stream().reduce((_, last) -> last))
                .orElse("it said nothing");
        String detail = output.stream()
                .filter(line -> line.contains("DETAIL:"))
                .findFirst()
                .map(line -> " (" + line.substring(line.indexOf("DETAIL:") + 7).strip() + ")")
                .orElse("");
        return reason.replaceFirst("^.*?(FATAL|PANIC|error): *", "") + detail;
    }
}
