/// The HTTP API: routes, strict reading of requests, answers and problems as JSON, documents, measurements.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.http {
    requires transitive ai.artenic.optimizer.application;
    requires com.fasterxml.classmate;
    requires com.fasterxml.jackson.annotation;
    requires com.github.victools.jsonschema.generator;
    requires com.github.victools.jsonschema.module.jackson;
    requires de.siegmar.fastcsv;
    requires io.javalin;
    requires jakarta.servlet;
    requires kotlin.stdlib;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires org.jspecify; // not static: the schemas of answers read @Nullable at run time
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports ai.artenic.optimizer.adapters.http;

    opens ai.artenic.optimizer.adapters.http.json to
            com.github.victools.jsonschema.generator,
            tools.jackson.databind;
}
