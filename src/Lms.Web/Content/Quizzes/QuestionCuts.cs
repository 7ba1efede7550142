using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Quizzes;

/// <summary>
/// Cuts a quiz at its <c>##</c> lines outside fenced code, before anything is parsed, so that a
/// question stays within its own limit.
/// </summary>
internal static class QuestionCuts
{
    public static IReadOnlyList<(int Start, int End)> Of(string text, int from)
    {
        var starts = TextLines
            .Of(text, from)
            .Where(line =>
                !line.IsCode && IsHeading(text.AsSpan(line.Start, line.End - line.Start))
            )
            .Select(line => line.Start)
            .ToList();
        return [.. starts.Zip([.. starts.Skip(1), text.Length])];
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        line is "##" or ['#', '#', ' ' or '\t', ..];
}
