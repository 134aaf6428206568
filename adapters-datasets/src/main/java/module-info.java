/// Looks at datasets where they lie: sums up a directory, reads files of measured jobs.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.datasets {
    requires transitive ai.artenic.optimizer.domain;
    requires de.siegmar.fastcsv;
    requires static org.jspecify;

    exports ai.artenic.optimizer.adapters.datasets;
}
