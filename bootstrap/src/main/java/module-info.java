/// The program: reads configuration, wires adapters to use cases by hand, and offers the command line.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.bootstrap {
    requires ai.artenic.optimizer.adapters.datasets;
    requires ai.artenic.optimizer.adapters.http;
    requires ai.artenic.optimizer.adapters.persistence;
    requires ai.artenic.optimizer.adapters.pricing;
    requires ai.artenic.optimizer.application;
    requires ai.artenic.optimizer.ml.lightgbm;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires info.picocli;
    requires java.desktop; // charts are drawn with its graphics
    requires java.net.http;
    requires me.tongfei.progressbar;
    requires org.jfree.jfreechart;
    requires org.jfree.svg;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.jspecify;

    uses ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;

    opens ai.artenic.optimizer.bootstrap.cli to
            info.picocli;

    provides ch.qos.logback.classic.spi.Configurator with
            ai.artenic.optimizer.bootstrap.LogSetup;
}
