package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SourceLimitsTest {
    private static final int FILE_LINES_MOST = 250;
    private static final int METHOD_LINES_MOST = 70;
    private static final Pattern LEFT_OPEN = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern SKIPPED =
            Pattern.compile("@[\\w.]*\\b(Disabled|Enabled|Ignore)(If|On|For|In)?\\w*|\\b(assume\\w+|abort)\\(");

    private final List<Path> main = Project.mainSources();
    private final List<Path> tests = Project.testSources();

    @Test
    void a_file_fits_in_the_head() {
        List<String> tooLong = main.stream()
                .filter(file -> Project.read(file).lines().count() > FILE_LINES_MOST)
                .map(SourceLimitsTest::name)
                .toList();

        assertTrue(main.size() > 50, () -> "only " + main.size() + " main sources found under " + Project.ROOT);
        assertEquals(List.of(), tooLong, "longer than " + FILE_LINES_MOST + " lines: which second concept is in it?");
    }

    @Test
    void a_method_fits_on_the_screen() throws IOException {
        assertEquals(List.of(), longMethods(), "longer than " + METHOD_LINES_MOST + " lines: name its steps");
    }

    @Test
    void nothing_is_left_open_in_the_code() {
        assertEquals(List.of(), matching(LEFT_OPEN, Stream.concat(main.stream(), tests.stream())));
    }

    @Test
    void no_test_is_skipped() {
        assertEquals(List.of(), matching(SKIPPED, tests.stream()), "what a test needs, the test starts");
    }

    private static List<String> matching(Pattern pattern, Stream<Path> files) {
        return files.filter(file -> pattern.matcher(Project.read(file)).find())
                .map(SourceLimitsTest::name)
                .toList();
    }

    private List<String> longMethods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(main));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                LineMap lines = unit.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                        if (last - first + 1 > METHOD_LINES_MOST) {
                            found.add(name(Path.of(unit.getSourceFile().toUri())) + " " + method.getName());
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        return found;
    }

    private static String name(Path file) {
        return Project.ROOT.relativize(file.toAbsolutePath().normalize()).toString();
    }
}
