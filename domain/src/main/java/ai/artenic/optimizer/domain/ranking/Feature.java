package ai.artenic.optimizer.domain.ranking;

/// One value of a feature vector.
///
/// @param name on the wire and in stored models
/// @param isCategory whether the value is the number of a category, whose order says nothing
/// @param direction 1 if a ranking model may only score higher as the value rises, all else equal; -1 if only
///     lower; 0 if
///     either
public record Feature(String name, boolean isCategory, int direction) {
    static Feature free(String name) {
        return new Feature(name, false, 0);
    }

    static Feature category(String name) {
        return new Feature(name, true, 0);
    }

    static Feature rising(String name) {
        return new Feature(name, false, 1);
    }

    static Feature falling(String name) {
        return new Feature(name, false, -1);
    }
}
