using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>A poll of a room in plain words: what was asked, and how often each answer was given.</summary>
public static partial class PollWords
{
    /// <summary>Null when it cannot be read.</summary>
    public static PollText? Read(RoomEvent.PollOpened opened)
    {
        try
        {
            return PollText.Read(opened.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Prompt(PollText poll) => Plain(poll.Question.PromptHtml);

    /// <summary>In the order shown; none for a question that is answered in words.</summary>
    public static IReadOnlyList<string> Options(PollText poll) =>
        poll.Question is ChoiceQuestion choice
            ? [.. poll.Placed.Options.Select(one => Plain(choice.Options[one.Index].Html))]
            : [];

    /// <summary>In the order of the options; free answers by how often they were given.</summary>
    public static IReadOnlyList<(string Label, int Count, bool IsRight)> Results(
        RoomPoll poll,
        PollText text
    )
    {
        var counts = poll.Counts;
        return text.Question is ChoiceQuestion choice
            ?
            [
                .. text.Placed.Options.Select(one =>
                    (
                        Plain(choice.Options[one.Index].Html),
                        counts.GetValueOrDefault(one.Id),
                        choice.Options[one.Index].IsRight
                    )
                ),
            ]
            :
            [
                .. counts
                    .OrderByDescending(one => one.Value)
                    .ThenBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => (one.Key, one.Value, false)),
            ];
    }

    public static string Plain(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
