using System.Globalization;
using Lms.Domain.Cases;

namespace Lms.Web.Content.Cases;

/// <summary>The ways through a case as lines of text: <c>s1 -> 1 s2, 2 breach</c>.</summary>
internal static class CaseOutline
{
    public static IEnumerable<string> Of(Case of) =>
        of.Scenes.Select(scene => $"  {scene.Id.Trim()} {Ways(scene)}");

    private static string Ways(Scene scene) =>
        scene.Ending is { } ending
            ? $"= {ending.ToString().ToLowerInvariant()}"
            : $"-> {string.Join(", ", scene.Choices.Select(Way))}";

    private static string Way(CaseChoice choice, int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{index + 1} {(choice.IsBreach ? "breach" : choice.Next)}"
        );
}
