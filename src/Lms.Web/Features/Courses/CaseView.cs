using Lms.Domain.Cases;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses;

/// <summary>
/// What a page shows of a run: the scene, and what was chosen. Nothing of a choice that was not made
/// but its words.
/// </summary>
/// <param name="Step">The place of the next choice in the run, from 1.</param>
public sealed record CaseScreen(
    Guid Run,
    int Step,
    string Title,
    HtmlString Text,
    IReadOnlyList<HtmlString> Choices,
    MadeChoice? Last,
    IReadOnlyList<ShownMeter> Meters,
    IReadOnlyList<MadeChoice> Walk
)
{
    public static CaseScreen Of(PlayedRun played)
    {
        var (run, of, play) = played;
        var walk = MadeChoice.Of(played);
        return new(
            run.Id.Value,
            play.Steps + 1,
            play.Scene.Title,
            new(play.Scene.Html),
            play.IsOpen
                ? [.. play.Scene.Choices.Select(choice => new HtmlString(choice.Html))]
                : [],
            walk.Count == 0 ? null : walk[^1],
            [.. of.Meters.Select(meter => ShownMeter.Of(meter, play))],
            walk
        );
    }
}

/// <param name="Scene">Title of the scene in which it was made.</param>
public sealed record MadeChoice(string Scene, HtmlString Words, HtmlString? Follows, bool IsBreach)
{
    public static IReadOnlyList<MadeChoice> Of(PlayedRun played) =>
        [
            .. played.Steps.Select(step =>
            {
                var scene = played.Case.Find(step.Scene)!;
                var choice = scene.Choices[step.Choice];
                return new MadeChoice(
                    scene.Title,
                    new(choice.Html),
                    choice.FeedbackHtml is { } html ? new(html) : null,
                    choice.IsBreach
                );
            }),
        ];
}

/// <param name="Change">By the last choice.</param>
public sealed record ShownMeter(string Name, int Value, int Change)
{
    private const int Farthest = 10;

    /// <summary>As far as the bar goes, −10 to 10.</summary>
    public int Bar => Math.Clamp(Value, -Farthest, Farthest);

    public static ShownMeter Of(Meter meter, CasePlay play) =>
        new(
            meter.Name,
            play.Meters[meter.Code],
            play.Last?.Moves.GetValueOrDefault(meter.Code) ?? 0
        );

    public string LevelIn(Shared.Texts texts) =>
        Value switch
        {
            0 => texts["courses.case.level.same"],
            > 0 => texts.Fill("courses.case.level.up", Value),
            < 0 => texts.Fill("courses.case.level.down", -Value),
        };

    public string ChangeIn(Shared.Texts texts) =>
        Change switch
        {
            0 => texts["courses.case.change.none"],
            > 0 => texts.Fill("courses.case.change.up", Change),
            < 0 => texts.Fill("courses.case.change.down", -Change),
        };
}
