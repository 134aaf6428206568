package ai.artenic.optimizer.adapters.http.page;

/// The front page: where to go from here.
public final class LandingPage {
    private LandingPage() {}

    public static String render() {
        return new Html()
                .markup("<h1>Artenic Optimizer</h1>")
                .markup("<p>Where should this training job run, and what will it really cost?</p>")
                .markup("<ul>")
                .markup("<li><a href=\"/docs\">How to ask: the API</a></li>")
                .markup("<li><a href=\"/api/v1/optimizer/status\">How the service stands</a></li>")
                .markup("<li><a href=\"/api/v1/optimizer/offers\">What is on offer</a></li>")
                .markup("<li><a href=\"/health/ready\">Whether it is ready</a></li>")
                .markup("</ul>")
                .page("Artenic Optimizer");
    }
}
