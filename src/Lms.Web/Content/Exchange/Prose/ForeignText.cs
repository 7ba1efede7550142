namespace Lms.Web.Content.Exchange.Prose;

/// <summary>How a text of another system is written.</summary>
internal enum TextFormat
{
    Html,
    Markdown,
    Plain,

    /// <summary>HTML in which a line end is a line end.</summary>
    Moodle,
}

internal readonly record struct ForeignText(string Text, TextFormat Format)
{
    public static ForeignText Plain(string text) => new(text, TextFormat.Plain);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
