using System.Globalization;
using Lms.Domain.Courses;

namespace Lms.Web.Features.Author;

/// <summary>The lines for course.md that publishing asks for, ready to be pasted.</summary>
public static class ChangesEntry
{
    /// <param name="summary">Stands in for what the author has to say.</param>
    public static string Of(DraftDifference difference, int newest, DateOnly today, string summary)
    {
        var revision = newest + 1;
        var kind = difference.Size switch
        {
            ChangeKind.Typo => "typo",
            ChangeKind.Minor => "minor",
            ChangeKind.Major => "major",
        };
        var slugs = difference.Activities.Select(one => one.Slug).ToList();
        var activities = slugs.Count == 0 ? "" : $", activities: [{string.Join(", ", slugs)}]";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"revision: {revision}\nchanges:\n  - {{revision: {revision}, date: {today:yyyy-MM-dd}, kind: {kind}, summary: \"{summary}\"{activities}}}"
        );
    }
}
