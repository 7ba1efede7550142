using System.Globalization;

namespace Lms.Web.Content;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>What a finding says, once per language; its code is stable, its words are not.</summary>
/// <param name="Code">Kebab case, unique.</param>
/// <param name="Uk">A composite format string.</param>
/// <param name="En">The same, with the same places.</param>
public sealed record FindingText(string Code, Severity Severity, string Uk, string En)
{
    internal static FindingText Error(string code, string uk, string en) =>
        new(code, Severity.Error, uk, en);

    internal static FindingText Warning(string code, string uk, string en) =>
        new(code, Severity.Warning, uk, en);
}

/// <summary>One thing `check` has to say about one place of one file.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Suggestion">What the author probably meant.</param>
public sealed record Finding(
    string Path,
    int Line,
    int Column,
    FindingText Text,
    IReadOnlyList<string> Args,
    string? Suggestion = null
)
{
    private const int LongestArgument = 120;

    public Severity Severity => Text.Severity;

    public string Code => Text.Code;

    /// <param name="language"><c>uk</c> or <c>en</c>.</param>
    public string MessageIn(string language)
    {
        var isEnglish = language == "en";
        object[] args = [.. Args.Select(Shortened)];
        var text = string.Format(CultureInfo.InvariantCulture, isEnglish ? Text.En : Text.Uk, args);
        return Suggestion is null ? text
            : isEnglish ? $"{text} Did you mean “{Suggestion}”?"
            : $"{text} Можливо, «{Suggestion}»?";
    }

    /// <summary><c>path:line:column: error|warning CODE message</c>, always one line.</summary>
    public string Print(string language)
    {
        var severity = Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
        };
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}");
        return OneLine($"{place}: {severity} {Code} {MessageIn(language)}");
    }

    /// <summary>A text read twice, because two others include it, is reported once.</summary>
    internal bool IsSame(Finding other) =>
        (Line, Column, Text, Suggestion) == (other.Line, other.Column, other.Text, other.Suggestion)
        && Args.SequenceEqual(other.Args);

    public override string ToString() => Print("uk");

    private static string Shortened(string arg) =>
        arg.Length <= LongestArgument ? arg : string.Concat(arg.AsSpan(0, LongestArgument), "…");

    private static string OneLine(string text) =>
        string.Create(
            text.Length,
            text,
            (span, from) =>
            {
                for (var at = 0; at < span.Length; at++)
                {
                    span[at] = IsUnprintable(from[at]) ? ' ' : from[at];
                }
            }
        );

    private static bool IsUnprintable(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
