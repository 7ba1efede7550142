using Lms.Domain.Cases;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Cases;

/// <summary>A scene with the places of what was written, so that its ways can be checked.</summary>
/// <param name="Offset">Of its heading, in <paramref name="Text"/>.</param>
internal sealed record WrittenScene(
    MarkupText Text,
    int Offset,
    string Id,
    string Title,
    string Html,
    IReadOnlyList<WrittenChoice> Choices,
    CaseEnding? Ending
)
{
    public Scene ToScene() =>
        new(Id, Title, Html, [.. Choices.Select(choice => choice.Choice)], Ending);
}

/// <param name="Offset">Of its link, in the text of its scene.</param>
/// <param name="Written">The address as written, which begins with <c>#</c> when it is right.</param>
internal sealed record WrittenChoice(CaseChoice Choice, int Offset, string Written);
