package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.domain.ranking.Feature;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The trees of a LambdaMART model, serving. Scores are LightGBM's own to the bit; there is nothing to close.
final class Forest implements RankingModel {
    private static final int ROWS_AT_ONCE = 64;

    private final FeatureSchema schema;
    private final List<Tree> trees;
    private final Cells[] cells;
    private final TreeBlock[] blocks;

    private Forest(FeatureSchema schema, List<Tree> trees, List<Cells> cells) {
        this.schema = schema;
        this.trees = trees;
        this.cells = cells.toArray(Cells[]::new);
        var inEights = new ArrayList<TreeBlock>();
        for (int from = 0; from < trees.size(); from += TreeBlock.TREES) {
            int to = Math.min(trees.size(), from + TreeBlock.TREES);
            inEights.add(new TreeBlock(trees.subList(from, to), cells));
        }
        this.blocks = inEights.toArray(TreeBlock[]::new);
    }

    static Forest of(FeatureSchema schema, List<Tree> trees) throws NoModelException {
        var cells = new ArrayList<Cells>();
        for (int i = 0; i < schema.size(); i++) {
            Feature feature = schema.features().get(i);
            cells.add(
                    feature.isCategory()
                            ? new Cells.Categories(splits(trees, i, Split.OneOf.class))
                            : new Cells.Intervals(splits(trees, i, Split.AtMost.class)));
        }
        long count = cells.stream().mapToLong(Cells::count).sum();
        if (count > Character.MAX_VALUE) {
            throw new NoModelException("The model tells " + count + " ranges of features apart; "
                    + (int) Character.MAX_VALUE + " can be served");
        }
        return new Forest(schema, List.copyOf(trees), cells);
    }

    private static <S extends Split> List<S> splits(List<Tree> trees, int feature, Class<S> kind) {
        return trees.stream()
                .flatMap(tree -> tree.nodes().stream())
                .filter(node -> node.feature() == feature)
                .map(node -> kind.cast(node.split()))
                .toList();
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void score(double[] rows, int count, double[] scores) {
        int width = schema.size();
        if (count < 0 || rows.length < (long) count * width || scores.length < count) {
            throw new IllegalArgumentException("To score " + count + " rows of " + width + " features there were "
                    + rows.length + " values and place for " + scores.length + " scores");
        }
        Arrays.fill(scores, 0, count, 0);
        char[] cellsOfRows = new char[Math.min(count, ROWS_AT_ONCE) * width];
        for (int first = 0; first < count; first += ROWS_AT_ONCE) {
            int some = Math.min(count - first, ROWS_AT_ONCE);
            locate(rows, first * width, cellsOfRows, some * width);
            for (TreeBlock block : blocks) {
                block.add(cellsOfRows, some, scores, first);
            }
        }
    }

    private void locate(double[] rows, int from, char[] cellsOfRows, int length) {
        for (int feature = 0; feature < cells.length; feature++) {
            Cells ofFeature = cells[feature];
            for (int i = feature; i < length; i += cells.length) {
                cellsOfRows[i] = (char) ofFeature.of(rows[from + i]);
            }
        }
    }

    @Override
    public double[] contributions(double[] row) {
        if (row.length != schema.size()) {
            throw new IllegalArgumentException(
                    "A row of schema " + schema.id() + " has " + schema.size() + " values, not " + row.length);
        }
        double[] sums = new double[schema.size() + 1];
        trees.forEach(tree -> TreeShap.add(tree, row, sums));
        return sums;
    }

    @Override
    public double[] gains() {
        double[] gains = new double[schema.size()];
        trees.stream().flatMap(tree -> tree.nodes().stream()).forEach(node -> gains[node.feature()] += node.gain());
        return gains;
    }
}
