using Lms.Domain.Cases;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Case files for tests: the whole of one, or its scenes alone.</summary>
internal static class Stories
{
    public const string Path = "courses/basics/01-start/03-story.case.md";

    public const string Head = """
        ---
        title: "Двері"
        minutes: 10
        content-note: "Розмова про тиск."
        meters: {safety: безпека, trust: довіра}
        ---

        """;

    /// <summary>Ends behind every story of a test, so that it has somewhere to lead.</summary>
    public const string End = "\n\n## Добре {#end ending=good}\n\nКінець.\n";

    public static CheckedContent Read(string scenes)
    {
        using var content = new ContentFolder();
        return content.Write(Path, Head + scenes).Check();
    }

    public static Case TheCase(this CheckedContent content) =>
        content.Course("basics")!.Draft!.Activities[2].Words.Case!;
}
