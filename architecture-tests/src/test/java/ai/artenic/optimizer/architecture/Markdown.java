package ai.artenic.optimizer.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document of the project.
record Markdown(Path file, String text) {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Markdown of(String path) {
        Path file = Project.ROOT.resolve(path);
        return new Markdown(file, Project.read(file));
    }

    /// The rows of the first table under the heading, below its own header; cells without backticks.
    List<List<String>> table(String heading) {
        int start = ("\n" + text).indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new IllegalStateException(file + " has no heading '" + heading + "'");
        }
        var rows = new ArrayList<List<String>>();
        for (String line : text.substring(start).lines().skip(1).toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else if (!rows.isEmpty() || line.startsWith("#")) {
                break;
            }
        }
        return rows.subList(Math.min(2, rows.size()), rows.size());
    }

    /// Targets of the links.
    Stream<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1));
    }

    /// Whether a heading has this anchor, as GitHub makes them.
    boolean hasAnchor(String anchor) {
        return HEADING.matcher(text)
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .map(title -> title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        return Stream.of(inner.split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
