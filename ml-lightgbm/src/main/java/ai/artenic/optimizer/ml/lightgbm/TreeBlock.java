package ai.artenic.optimizer.ml.lightgbm;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Eight trees that score together. For each cell of each feature a line holds which leaves of each tree remain
/// possible; the lines of a row's cells are intersected in eight registers. Lines are a cache line long, and
/// those of a block stay in the first-level cache while many rows pass.
final class TreeBlock {
    static final int TREES = 8;
    private static final int LEAVES = Tree.MOST_LEAVES;

    private final int width;
    private final int[] features;
    private final int[] firstCell;
    private final char[] lineOfCell;
    private final long[] possible;
    private final double[] leafValues = new double[TREES * LEAVES];

    /// @param trees at most eight; the places of missing ones add nothing
    /// @param cells of each feature, together fewer than 65,536
    TreeBlock(List<Tree> trees, List<Cells> cells) {
        width = cells.size();
        features = IntStream.range(0, width)
                .filter(feature -> trees.stream()
                        .flatMap(tree -> tree.nodes().stream())
                        .anyMatch(node -> node.feature() == feature))
                .toArray();
        List<ExitLeaves> exits = trees.stream().map(ExitLeaves::new).toList();
        fillLeafValues(exits);
        firstCell = new int[features.length];
        var lines = new HashMap<LongBuffer, Integer>();
        var ofCells = new ArrayList<Integer>();
        for (int i = 0; i < features.length; i++) {
            firstCell[i] = ofCells.size();
            Cells ofFeature = cells.get(features[i]);
            for (int cell = 0; cell < ofFeature.count(); cell++) {
                LongBuffer line = line(exits, features[i], ofFeature.member(cell));
                ofCells.add(lines.computeIfAbsent(line, _ -> lines.size()));
            }
        }
        lineOfCell = new char[ofCells.size()];
        for (int i = 0; i < lineOfCell.length; i++) {
            lineOfCell[i] = (char) (int) ofCells.get(i);
        }
        possible = joined(lines);
    }

    private void fillLeafValues(List<ExitLeaves> exits) {
        for (int tree = 0; tree < exits.size(); tree++) {
            for (int place = 0; place < exits.get(tree).leaves(); place++) {
                leafValues[tree * LEAVES + place] = exits.get(tree).value(place);
            }
        }
    }

    private static LongBuffer line(List<ExitLeaves> exits, int feature, double value) {
        long[] line = new long[TREES];
        for (int tree = 0; tree < TREES; tree++) {
            line[tree] = tree < exits.size() ? exits.get(tree).possible(feature, value) : -1;
        }
        return LongBuffer.wrap(line);
    }

    private static long[] joined(Map<LongBuffer, Integer> lines) {
        long[] joined = new long[lines.size() * TREES];
        lines.forEach((line, number) -> line.duplicate().get(joined, number * TREES, TREES));
        return joined;
    }

    /// Adds what the trees say of each row, in the order of the trees, which decides how sums are rounded.
    ///
    /// @param cells of each feature, row after row
    /// @param first where the score of the first row stands
    void add(char[] cells, int rows, double[] scores, int first) {
        for (int row = 0; row < rows; row++) {
            scores[first + row] = plus(scores[first + row], cells, row * width);
        }
    }

    private double plus(double score, char[] cells, int row) {
        long a = -1, b = -1, c = -1, d = -1, e = -1, f = -1, g = -1, h = -1;
        for (int i = 0; i < features.length; i++) {
            int line = lineOfCell[firstCell[i] + cells[row + features[i]]] * TREES;
            a &= possible[line];
            b &= possible[line + 1];
            c &= possible[line + 2];
            d &= possible[line + 3];
            e &= possible[line + 4];
            f &= possible[line + 5];
            g &= possible[line + 6];
            h &= possible[line + 7];
        }
        return score
                + leafValues[Long.numberOfTrailingZeros(a)]
                + leafValues[LEAVES + Long.numberOfTrailingZeros(b)]
                + leafValues[2 * LEAVES + Long.numberOfTrailingZeros(c)]
                + leafValues[3 * LEAVES + Long.numberOfTrailingZeros(d)]
                + leafValues[4 * LEAVES + Long.numberOfTrailingZeros(e)]
                + leafValues[5 * LEAVES + Long.numberOfTrailingZeros(f)]
                + leafValues[6 * LEAVES + Long.numberOfTrailingZeros(g)]
                + leafValues[7 * LEAVES + Long.numberOfTrailingZeros(h)];
    }
}
