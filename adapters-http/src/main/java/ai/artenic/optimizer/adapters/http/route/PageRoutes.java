package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.page.DocsPage;
import ai.artenic.optimizer.adapters.http.page.LandingPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Pages for people and the documents about the API.
public final class PageRoutes {
    private static final String AREA = "Pages";
    private static final String HTML_UTF8 = Answer.HTML + "; charset=utf-8";
    private static final String SVG = "image/svg+xml";
    private static final String CSS = "text/css";

    private final Supplier<List<Endpoint>> all;
    private final Supplier<ObjectNode> openApi;

    /// @param all every endpoint, these included
    /// @param openApi the document that describes them
    public PageRoutes(Supplier<List<Endpoint>> all, Supplier<ObjectNode> openApi) {
        this.all = all;
        this.openApi = openApi;
    }

    public List<Endpoint> endpoints() {
        Reply icon = resource("favicon.svg", SVG);
        Reply style = resource("style.css", CSS + "; charset=utf-8");
        return List.of(
                page("/", "getStartPage", "Where to go from here", Answer.HTML, request -> start()),
                page("/docs", "getDocs", "This API for people", Answer.HTML, request -> docs()),
                page("/openapi.json", "getOpenApi", "This API for programs", Answer.JSON, request -> document()),
                page("/style.css", "getStyle", "The look of the pages", CSS, request -> style),
                page("/favicon.svg", "getIcon", "The icon of the pages", SVG, request -> icon),
                page("/favicon.ico", "getFavicon", "The icon, where browsers look for it", SVG, request -> icon));
    }

    private static Reply start() {
        return Reply.text(HTML_UTF8, LandingPage.render());
    }

    private Reply document() {
        return Reply.json(openApi.get());
    }

    private Reply docs() {
        return Reply.text(HTML_UTF8, DocsPage.render(all.get(), openApi.get()));
    }

    private static Endpoint page(
            String path, String operationId, String summary, String mediaType, Endpoint.Handler handler) {
        return new Endpoint(
                new Route(Method.GET, path),
                new Words(operationId, AREA, summary),
                Contract.of(Answer.ok(mediaType, summary)),
                handler);
    }

    private static Reply resource(String name, String contentType) {
        try (InputStream input = PageRoutes.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new Reply.Whole(200, contentType, input.readAllBytes(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
