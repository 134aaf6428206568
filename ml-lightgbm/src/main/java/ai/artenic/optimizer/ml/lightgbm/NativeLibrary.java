package ai.artenic.optimizer.ml.lightgbm;

import java.nio.file.Path;
import java.util.Optional;

/// LightGBM's native library in this JVM: loaded, or unavailable for a reason.
///
/// [#load()] must run before any other class of lightgbm4j is touched: their static initialisers extract the library
/// to a fixed name in `java.io.tmpdir`, where a second JVM overwrites the file the first one has mapped and kills it.
public sealed interface NativeLibrary {
    /// The library answers.
    ///
    /// @param version version of lightgbm4j and thereby of LightGBM, such as `4.3.0-1`
    /// @param platform operating system and processor, such as `Linux amd64`
    /// @param leftBehind where the extracted files remain, if the system would not delete them
    record Loaded(String version, String platform, Optional<Path> leftBehind) implements NativeLibrary {}

    /// There is no ranking model without the library; everything else works.
    ///
    /// @param reason why, and what may help, in one line
    record Unavailable(String reason) implements NativeLibrary {}

    /// Loads the library, once per JVM; later calls give the first answer again.
    static NativeLibrary load() {
        return OncePerJvm.ANSWER;
    }
}
