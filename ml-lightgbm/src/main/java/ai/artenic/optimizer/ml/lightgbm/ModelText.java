package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/// LightGBM's text format, version 4: a head, the trees, and the parameters of training.
final class ModelText {
    private static final String TREE = "Tree=";
    private static final String END_OF_TREES = "end of trees";
    private static final String END = "end of parameters";

    private final List<String> lines;
    private final FeatureSchema schema;

    private ModelText(String text, FeatureSchema schema) {
        this.lines = text.lines().toList();
        this.schema = schema;
    }

    /// The trees of a LambdaMART model of the schema's features.
    static List<Tree> read(String text, FeatureSchema schema) throws NoModelException {
        return new ModelText(text, schema).trees();
    }

    private List<Tree> trees() throws NoModelException {
        if (lines.isEmpty() || !lines.getFirst().equals("tree")) {
            throw new NoModelException("The text does not begin as a model of LightGBM");
        }
        int endOfTrees = lines.indexOf(END_OF_TREES);
        if (endOfTrees < 0 || !lines.subList(endOfTrees, lines.size()).contains(END)) {
            throw new NoModelException("The text breaks off before its end");
        }
        List<Integer> starts = starts(endOfTrees);
        checkHead(lines.subList(0, starts.getFirst()), starts.size() - 1);
        var trees = new ArrayList<Tree>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            var section = new Fields("Tree " + i, lines.subList(starts.get(i), starts.get(i + 1)));
            if (section.integer("Tree") != i) {
                throw section.refusal("is numbered " + section.text("Tree"));
            }
            trees.add(TreeText.read(section, schema.features()));
        }
        return trees;
    }

    /// Where each tree starts, and last where they end.
    private List<Integer> starts(int endOfTrees) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < endOfTrees; i++) {
            if (lines.get(i).startsWith(TREE)) {
                starts.add(i);
            }
        }
        starts.add(endOfTrees);
        return starts;
    }

    private void checkHead(List<String> headLines, int trees) throws NoModelException {
        var head = new Fields("The head", headLines);
        require(head, "version", "v4");
        require(head, "num_class", "1");
        require(head, "num_tree_per_iteration", "1");
        if (!(head.text("objective") + " ").startsWith("lambdarank ")) {
            throw head.refusal("names the objective " + head.text("objective") + ", not lambdarank");
        }
        if (headLines.contains("average_output")) {
            throw head.refusal("says that the trees are averaged, not added");
        }
        checkNames(head.words("feature_names"));
        int announced = head.words("tree_sizes").size();
        if (announced != trees || trees == 0) {
            throw head.refusal("announces " + announced + " trees, there are " + trees);
        }
    }

    private static void require(Fields head, String key, String value) throws NoModelException {
        if (!head.text(key).equals(value)) {
            throw head.refusal("has the " + key + " " + head.text(key) + ", not " + value);
        }
    }

    private void checkNames(List<String> names) throws NoModelException {
        for (int i = 0; i < Math.max(names.size(), schema.size()); i++) {
            String trained = i < names.size() ? names.get(i) : "nothing";
            String expected = i < schema.size() ? schema.names().get(i) : "nothing";
            if (!trained.equals(expected)) {
                throw new NoModelException("The model is of other features than schema " + schema.id() + ": feature "
                        + (i + 1) + " is " + trained + " in the model and " + expected + " in the schema");
            }
        }
    }
}
