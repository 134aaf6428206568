/// Where recommendations, outcomes and models are kept: PostgreSQL, on a server of its own or embedded in the service.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.persistence {
    requires transitive ai.artenic.optimizer.application;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires flyway.database.postgresql;
    requires io.leangen.geantyref; // Jdbi needs it and, being an automatic module, cannot say so
    requires java.sql;
    requires org.apache.commons.compress;
    requires org.jdbi.v3.core;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires org.tukaani.xz;
    requires static com.google.errorprone.annotations; // Jdbi's classes bear them
    requires static org.checkerframework.checker.qual; // and the driver's these
    requires static org.jspecify;
    requires tools.jackson.databind;

    exports ai.artenic.optimizer.adapters.persistence;

    opens ai.artenic.optimizer.adapters.persistence.catalog to
            tools.jackson.databind;
    opens ai.artenic.optimizer.adapters.persistence.json to
            tools.jackson.databind;
    opens ai.artenic.optimizer.adapters.persistence.learning to
            tools.jackson.databind;
    opens ai.artenic.optimizer.adapters.persistence.pricing to
            tools.jackson.databind;
    opens ai.artenic.optimizer.adapters.persistence.recommendation to
            tools.jackson.databind;
    opens db.migration; // Flyway reads the migrations as resources of a package
}
