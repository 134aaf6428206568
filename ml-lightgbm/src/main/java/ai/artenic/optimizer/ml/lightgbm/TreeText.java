package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.domain.ranking.Feature;
import ai.artenic.optimizer.ml.lightgbm.Split.Missing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Reads one tree of a model's text.
final class TreeText {
    private static final int CATEGORY_BIT = 1;
    private static final int MISSING_LEFT_BIT = 2;
    private static final int MISSING_SHIFT = 2;

    private final Fields fields;
    private final List<Feature> features;
    private final int splits;

    private TreeText(Fields fields, List<Feature> features) throws NoModelException {
        this.fields = fields;
        this.features = features;
        int leaves = fields.integer("num_leaves");
        if (leaves < 1 || leaves > Tree.MOST_LEAVES) {
            throw fields.refusal("has " + leaves + " leaves; 1 to " + Tree.MOST_LEAVES + " can be served");
        }
        if (fields.integer("is_linear") != 0) {
            throw fields.refusal("has linear leaves");
        }
        this.splits = leaves - 1;
    }

    static Tree read(Fields fields, List<Feature> features) throws NoModelException {
        var text = new TreeText(fields, features);
        var tree = new Tree(text.nodes(), text.leaves());
        TreeShape.check(tree, fields);
        return tree;
    }

    private List<Tree.Leaf> leaves() throws NoModelException {
        double[] values = fields.numbers("leaf_value", splits + 1);
        int[] rows = fields.integers("leaf_count", splits + 1);
        var leaves = new ArrayList<Tree.Leaf>();
        for (int leaf = 0; leaf <= splits; leaf++) {
            leaves.add(new Tree.Leaf(values[leaf], rows[leaf]));
        }
        return leaves;
    }

    private List<Tree.Node> nodes() throws NoModelException {
        int[] splitFeatures = fields.integers("split_feature", splits);
        double[] gains = fields.numbers("split_gain", splits);
        int[] left = fields.integers("left_child", splits);
        int[] right = fields.integers("right_child", splits);
        int[] rows = fields.integers("internal_count", splits);
        List<Split> questions = questions(splitFeatures);
        var nodes = new ArrayList<Tree.Node>();
        for (int i = 0; i < splits; i++) {
            nodes.add(new Tree.Node(splitFeatures[i], questions.get(i), gains[i], left[i], right[i], rows[i]));
        }
        return nodes;
    }

    private List<Split> questions(int[] splitFeatures) throws NoModelException {
        double[] thresholds = fields.extendedNumbers("threshold", splits);
        int[] decisions = fields.integers("decision_type", splits);
        List<BitSet> sets = categorySets();
        var questions = new ArrayList<Split>();
        for (int i = 0; i < splits; i++) {
            Feature feature = feature(splitFeatures[i]);
            boolean isCategory = (decisions[i] & CATEGORY_BIT) != 0;
            if (isCategory != feature.isCategory()) {
                throw fields.refusal("splits " + feature.name() + (isCategory ? " by category" : " by size"));
            }
            questions.add(isCategory ? oneOf(sets, thresholds[i]) : atMost(thresholds[i], decisions[i]));
        }
        return questions;
    }

    private Feature feature(int index) throws NoModelException {
        if (index < 0 || index >= features.size()) {
            throw fields.refusal("splits feature number " + index + " of " + features.size());
        }
        return features.get(index);
    }

    private Split oneOf(List<BitSet> sets, double set) throws NoModelException {
        if (!(set >= 0 && set < sets.size())) {
            throw fields.refusal("asks for set number " + set + " of " + sets.size() + " sets of categories");
        }
        return new Split.OneOf(sets.get((int) set));
    }

    private Split atMost(double threshold, int decision) throws NoModelException {
        Missing missing = switch (decision >> MISSING_SHIFT) {
            case 0 -> Missing.NOTHING;
            case 1 -> Missing.ZERO;
            case 2 -> Missing.NAN;
            default -> throw fields.refusal("has a decision_type of " + decision);
        };
        return new Split.AtMost(threshold, missing, (decision & MISSING_LEFT_BIT) != 0);
    }

    /// Sets of categories: 32 categories to an unsigned word, `cat_boundaries` telling whose words are whose.
    private List<BitSet> categorySets() throws NoModelException {
        int count = fields.integer("num_cat");
        if (count == 0) {
            return List.of();
        }
        if (count < 0 || count > splits) {
            throw fields.refusal("has " + count + " sets of categories for " + splits + " splits");
        }
        int[] ends = fields.integers("cat_boundaries", count + 1);
        double[] words = fields.numbers("cat_threshold", Math.max(0, ends[count]));
        var sets = new ArrayList<BitSet>();
        for (int set = 0; set < count; set++) {
            if (ends[set] < 0 || ends[set] > ends[set + 1] || ends[set + 1] > words.length) {
                throw fields.refusal("has cat_boundaries out of order");
            }
            sets.add(categories(words, ends[set], ends[set + 1]));
        }
        return sets;
    }

    private BitSet categories(double[] words, int from, int to) throws NoModelException {
        var categories = new BitSet();
        for (int i = from; i < to; i++) {
            long word = (long) words[i];
            if (word != words[i] || word < 0 || word > 0xFFFF_FFFFL) {
                throw fields.refusal("has a cat_threshold of " + words[i]);
            }
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                if ((word >>> bit & 1) != 0) {
                    categories.set((i - from) * Integer.SIZE + bit);
                }
            }
        }
        return categories;
    }
}
