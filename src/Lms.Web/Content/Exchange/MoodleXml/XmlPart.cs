using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>An element of a question, with its place.</summary>
/// <param name="Text">All text straight in it, without blanks around.</param>
internal sealed record XmlPart(
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    string Text,
    IReadOnlyList<XmlPart> Parts,
    int Line,
    int Column
)
{
    public XmlPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    public IEnumerable<XmlPart> All(string name) => Parts.Where(part => part.Name == name);

    /// <summary>The text of a part, which stands in it or in its <c>text</c>; empty when there is none.</summary>
    public string TextOf(string name) => Find(name)?.Content ?? "";

    public string Content => Find("text")?.Text ?? Text;

    /// <summary>A text with its format; files within it are said.</summary>
    public ForeignText Foreign(QuestionScope scope, TextFormat otherwise = TextFormat.Html)
    {
        foreach (var file in All("file"))
        {
            var name = file.Attributes.GetValueOrDefault("name", "?");
            scope.Say(ExchangeTexts.FileNotTaken, name);
        }

        return new(
            Content,
            Attributes.GetValueOrDefault("format")?.Trim() switch
            {
                "html" => TextFormat.Html,
                "markdown" => TextFormat.Markdown,
                "plain_text" or "wiki_like" => TextFormat.Plain,
                "moodle_auto_format" => TextFormat.Moodle,
                _ => otherwise,
            }
        );
    }

    public ForeignText ForeignOf(string name, QuestionScope scope) =>
        Find(name)?.Foreign(scope) ?? ForeignText.Plain("");

    /// <summary>Of <c>true</c>, <c>false</c>, <c>1</c>, <c>0</c>.</summary>
    public bool Flag(string name, bool otherwise) =>
        TextOf(name).ToLowerInvariant() switch
        {
            "" => otherwise,
            "0" or "false" => false,
            _ => true,
        };
}
