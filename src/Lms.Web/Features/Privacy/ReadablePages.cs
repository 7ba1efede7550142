using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Privacy;

/// <summary>One table of the archive in human words.</summary>
internal sealed record ReadableTable(
    Type Kind,
    IReadOnlyList<IReadOnlyList<(string Label, string Words)>> Rows
);

/// <summary>The pages of the archive: plain HTML that opens anywhere, without scripts or a network.</summary>
internal sealed class ReadablePages(Texts texts, string title)
{
    private const string Style =
        "body{max-width:46rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}"
        + "dl{margin:0 0 1rem;padding:.5rem 0;border-bottom:1px solid #999}"
        + "dt{color:#555}dd{margin:0 0 .25rem;overflow-wrap:anywhere;white-space:pre-line}";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public string Index(DateTimeOffset madeAt)
    {
        var body = new StringBuilder();
        body.Append("<p>").Append(Safe(texts["privacy.archive.lead"])).Append("</p>\n<p>");
        body.Append(Safe(texts.Fill("privacy.archive.made", madeAt)));
        body.Append("</p>\n<ul>\n");
        foreach (var (key, _) in ReadableTopics.All)
        {
            body.Append("<li><a href=\"").Append(key).Append(".html\">");
            body.Append(Safe(texts[$"privacy.topic.{key}"])).Append("</a></li>\n");
        }

        body.Append("<li><a href=\"data.json\">data.json</a>: ");
        body.Append(Safe(texts["privacy.archive.json"])).Append("</li>\n</ul>\n<p>");
        body.Append(Safe(texts["privacy.archive.left-out"])).Append("</p>\n");
        return Page(title, body);
    }

    public string Topic(string key, IReadOnlyDictionary<Type, ReadableTable> tables)
    {
        var body = new StringBuilder();
        body.Append("<p><a href=\"index.html\">");
        body.Append(Safe(texts["privacy.archive.back"])).Append("</a></p>\n");
        foreach (var kind in ReadableTopics.All.Single(topic => topic.Key == key).Kinds)
        {
            if (tables.GetValueOrDefault(kind) is { Rows.Count: > 0 } table)
            {
                body.Append("<h2>").Append(Safe(texts[HeadingOf(kind)])).Append("</h2>\n");
                Rows(body, table);
            }
        }

        return Page(texts[$"privacy.topic.{key}"], body);
    }

    public static string HeadingOf(Type kind) => $"privacy.rows.{PersonRows.NameOf(kind)}";

    private static void Rows(StringBuilder body, ReadableTable table)
    {
        foreach (var row in table.Rows.Where(row => row.Count > 0))
        {
            body.Append("<dl>\n");
            foreach (var (label, words) in row)
            {
                body.Append("<dt>").Append(Safe(label)).Append("</dt><dd>");
                body.Append(Safe(words)).Append("</dd>\n");
            }

            body.Append("</dl>\n");
        }
    }

    private string Page(string heading, StringBuilder body) =>
        $"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Safe(heading)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{Safe(heading)}</h1>
            {body}</body>
            </html>

            """;

    private static string Safe(string words) => Html.Encode(words);
}
