package ai.artenic.optimizer.domain.workload;

/// Which parameters are trained: all (`full`), low-rank adapters (`lora`), or adapters on a 4-bit base (`qlora`).
public enum Method {
    FULL,
    LORA,
    QLORA
}
