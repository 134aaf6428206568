package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.CalibrationLogContract;
import ai.artenic.optimizer.application.port.CalibrationLog;

class InMemoryCalibrationLogTest implements CalibrationLogContract {
    @Override
    public CalibrationLog calibrationLog() {
        return new InMemoryCalibrationLog();
    }
}
