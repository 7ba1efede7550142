using System.Globalization;
using System.Net;
using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Journey;

/// <summary>
/// A learner who does everything a course asks for, with the plain forms of its pages, and looks at
/// the progress after each step.
/// </summary>
internal sealed class CourseTaker(LmsHost host, HttpClient client, PublishedCourse course)
{
    public HttpClient Client => client;

    public PublishedCourse Course => course;

    public static async Task<CourseTaker> AtAsync(LmsHost host, string name, string slug) =>
        new(
            host,
            await host.SignedInAsync(name),
            (await host.Services.GetRequiredService<PublishedCourses>().FindAsync(slug))!
        );

    public async Task TakeAsync()
    {
        await PressAsync($"/courses/{course.Slug}", ".next form");
        var done = 0;
        foreach (var activity in course.Activities)
        {
            var address = $"/courses/{course.Slug}/{activity.Slug}";
            switch (activity.Kind)
            {
                case ActivityKind.Lesson:
                    await PressAsync(address, "form[action*='Read']");
                    break;
                case ActivityKind.Quiz:
                    await PassAsync(address, activity);
                    break;
                case ActivityKind.Case:
                    await PlayAsync(address, activity.Case!);
                    break;
                case ActivityKind.LiveSession:
                    await client.OpenAsync(address);
                    break;
            }

            done += activity.Counts ? 1 : 0;
            await SeesAsync(done);
        }
    }

    /// <summary>The course page counts what was done, and never more than there is.</summary>
    private async Task SeesAsync(int done)
    {
        var all = course.Steps.Count(step => step.Counts);
        var page = await client.OpenAsync($"/courses/{course.Slug}");
        var bar = page.QuerySelector("progress");
        if (done < all)
        {
            Assert.Equal(Text(done), bar!.GetAttribute("value"));
            Assert.Equal(Text(all), bar.GetAttribute("max"));
        }
        else
        {
            Assert.NotNull(page.QuerySelector(".verdict.good"));
        }
    }

    private async Task PassAsync(string address, PublishedActivity activity)
    {
        await PressAsync(address, "form[action*='Start']");
        await using var db = host.Look();
        var attempt = await db.Attempts.SingleAsync(one => one.Result == null);
        var fields = attempt.Paper.Questions.SelectMany(placed =>
        {
            var question = activity.Quiz!.Question(placed.QuestionId);
            return FormFields.Of(question, question.Right(placed));
        });
        await PressAsync(address, "form#quiz", [.. fields]);
        var result = await db.AttemptResults.SingleAsync(one => one.AttemptId == attempt.Id);
        Assert.True(result.IsPassed, $"{activity.Slug}: {result.Earned} of {result.Possible}");
        Assert.Equal(result.Possible, result.Earned);
    }

    private async Task PlayAsync(string address, Case played)
    {
        await PressAsync(address, "form[action*='Begin']");
        foreach (var choice in WayToGood(played))
        {
            await PressAsync(address, "form#choices", ("choice", Text(choice)));
        }
    }

    /// <summary>The shortest way from the first scene to a good ending, as places of choices.</summary>
    private static IReadOnlyList<int> WayToGood(Case played)
    {
        var ways = new Queue<(Scene Scene, int[] Choices)>([(played.Scenes[0], [])]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { played.Scenes[0].Id };
        while (ways.TryDequeue(out var way))
        {
            if (way.Scene.Ending == CaseEnding.Good)
            {
                return way.Choices;
            }

            foreach (var (place, choice) in way.Scene.Choices.Index())
            {
                if (!choice.IsBreach && seen.Add(choice.Next))
                {
                    ways.Enqueue((played.Find(choice.Next)!, [.. way.Choices, place]));
                }
            }
        }

        throw new InvalidOperationException("No way leads to a good ending.");
    }

    private async Task PressAsync(
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await client.SubmitAsync(address, form, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
