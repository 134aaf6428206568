/// Keeps what must not be lost in PostgreSQL: an embedded server in a data directory, or one of your own.
@org.jspecify.annotations.NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module ai.artenic.optimizer.adapters.persistence {
    requires transitive ai.artenic.optimizer.application;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires flyway.core;
    requires flyway.database.postgresql;
    requires java.sql;
    requires org.jdbi.v3.core;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    // Used by automatic modules only, so that nothing else would resolve them.
    requires io.leangen.geantyref;
    requires org.apache.commons.codec;
    requires org.apache.commons.compress;
    requires org.apache.commons.io;
    requires org.apache.commons.lang3;
    requires org.postgresql.jdbc;
    requires org.tukaani.xz;

    exports ai.artenic.optimizer.adapters.persistence;

    opens db.migration;
    opens ai.artenic.optimizer.adapters.persistence.json to
            tools.jackson.databind;
}
