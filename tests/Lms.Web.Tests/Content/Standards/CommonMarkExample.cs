using System.Text.Json;
using System.Text.Json.Serialization;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>One example of the specification, as its own test runner prints it.</summary>
internal sealed record CommonMarkExample(
    [property: JsonPropertyName("example")] int Number,
    [property: JsonPropertyName("section")] string Section,
    [property: JsonPropertyName("markdown")] string Markdown,
    [property: JsonPropertyName("html")] string Html
)
{
    public static string Folder =>
        Repository.File("tests", "Lms.Web.Tests", "Content", "Standards");

    public static IReadOnlyList<CommonMarkExample> All() =>
        JsonSerializer.Deserialize<List<CommonMarkExample>>(
            File.ReadAllText(Path.Combine(Folder, "commonmark-0.31.2.json"))
        )!;
}
