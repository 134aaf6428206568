package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.contract.Recommendations;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// A second process that keeps a recommendation in a data directory, says so, and waits to be killed.
public final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws StorageOpeningException {
        Storage storage =
                Storage.open(new StorageSettings.Embedded(Path.of(arguments[0]), Path.of(arguments[1]), Pool.DEFAULT));
        storage.recommendationLog().keep(Recommendations.seeded(2));
        System.out.println("kept");
        System.out.flush();
        while (true) {
            LockSupport.park();
        }
    }
}
