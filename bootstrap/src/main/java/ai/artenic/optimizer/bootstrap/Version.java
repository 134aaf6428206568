package ai.artenic.optimizer.bootstrap;

import java.util.Optional;

/// The version of this build.
public final class Version {
    /// As in the jar's manifest; `development` outside a jar.
    public static final String NUMBER = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
