using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Statistics;

/// <summary>
/// Who went which way through a case, from the first run of each person that came to its end. Steps
/// are private: they are read with the product's own eyes and leave here as counts. The caller has
/// checked that the viewer trains the course.
/// </summary>
public sealed class FirstRuns(LmsDatabase database, PublishedCourses courses)
{
    private static readonly Viewer Reader = Viewer.System("statistics of a case");

    public async Task<WaysTaken> OfAsync(PublishedActivity activity)
    {
        var of = activity.Case!;
        var ways = QuizJson.Keep(Outline(of));
        var runs = new List<IReadOnlyList<int>>();
        foreach (var own in await ReadAsync(activity.Id))
        {
            if (
                await FirstFinishedAsync(own) is var (played, choices)
                // Where other choices were offered, the same number of a choice is another way.
                && QuizJson.Keep(Outline(played)) == ways
            )
            {
                runs.Add(choices);
            }
        }

        return WaysTaken.Of(of, runs);
    }

    /// <summary>Null when none of a person's runs has come to an end.</summary>
    private async Task<(Case Played, int[] Choices)?> FirstFinishedAsync(IEnumerable<CaseRun> own)
    {
        foreach (var run in own.OrderBy(run => run.BegunAt).ThenBy(run => run.Number))
        {
            var played = (await courses.OfAsync(run.CourseVersionId)).Find(run.ActivityId).Case!;
            int[] choices =
            [
                .. run.Steps.OrderBy(step => step.Position).Select(step => step.Choice),
            ];
            if (!CasePlay.Of(played, choices).IsOpen)
            {
                return (played, choices);
            }
        }

        return null;
    }

    /// <summary>The runs of each person.</summary>
    private async Task<IEnumerable<IGrouping<PersonId, CaseRun>>> ReadAsync(ActivityId activity)
    {
        await using var db = database.Open(Reader);
        var runs = await db
            .CaseRuns.AsNoTracking()
            .Include(run => run.Steps)
            .Where(run => run.ActivityId == activity)
            .ListAtOnceAsync(db);
        return runs.GroupBy(run => run.PersonId);
    }

    /// <summary>The case without its words: a mended comma does not part the runs before from those after.</summary>
    private static Case Outline(Case of) =>
        new(
            [],
            [
                .. of.Scenes.Select(scene =>
                    scene with
                    {
                        Title = "",
                        Html = "",
                        Choices =
                        [
                            .. scene.Choices.Select(choice =>
                                choice with
                                {
                                    Html = "",
                                    FeedbackHtml = null,
                                    Moves = new Dictionary<string, int>(),
                                }
                            ),
                        ],
                    }
                ),
            ]
        );
}
