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
    private const int MostLetters = 64 * 1024;

    public static ForeignText Plain(string text) => new(text, TextFormat.Plain);

    /// <summary>Longer than any part of a question may be.</summary>
    public bool IsTooLong => Text.Length > MostLetters;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
