package ai.artenic.optimizer.adapters.http.page;

/// Writes HTML. Whatever comes from outside the markup is escaped.
final class Html {
    private final StringBuilder text = new StringBuilder(8_192);

    /// Appends markup as it is.
    Html markup(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /// Appends an element that holds text only.
    Html element(String name, String content) {
        text.append('<').append(name).append('>').append(escape(content));
        text.append("</").append(name).append(">\n");
        return this;
    }

    /// A table row whose first cell names the row; the other cells are markup.
    Html row(String code, String... cells) {
        text.append("<tr><th scope=\"row\"><code>").append(escape(code)).append("</code></th>");
        for (String cell : cells) {
            text.append("<td>").append(cell).append("</td>");
        }
        text.append("</tr>\n");
        return this;
    }

    /// Begins a table, whose body the caller ends with `</tbody></table>`.
    Html table(String caption, String... columns) {
        text.append("<table><caption>").append(escape(caption)).append("</caption><thead><tr>");
        for (String column : columns) {
            text.append("<th scope=\"col\">").append(escape(column)).append("</th>");
        }
        text.append("</tr></thead><tbody>\n");
        return this;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// The whole page around what was appended.
    String page(String title) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/style.css">
                <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), text);
    }
}
