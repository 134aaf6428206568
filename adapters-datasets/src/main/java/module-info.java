/// Looks at datasets where they lie. Today: sums up a directory.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.datasets {
    requires static org.jspecify;

    exports ai.artenic.optimizer.adapters.datasets;
}
