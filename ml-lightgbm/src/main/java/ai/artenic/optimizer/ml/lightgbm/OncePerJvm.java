package ai.artenic.optimizer.ml.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;

/// Initialised by the first use, under the lock every class initialisation takes.
final class OncePerJvm {
    static final NativeLibrary ANSWER = PrivateExtraction.load(OncePerJvm::loadNative);

    private OncePerJvm() {}

    /// Whether the library is loaded, proved by a call into it.
    private static boolean loadNative() throws IOException {
        LGBMBooster.loadNative();
        return LGBMBooster.isNativeLoaded() && lightgbmlib.LGBM_GetLastError() != null;
    }
}
