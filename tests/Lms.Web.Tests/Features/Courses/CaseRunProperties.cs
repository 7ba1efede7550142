using AngleSharp.Html.Dom;
using CsCheck;
using Lms.Domain.Cases;
using Lms.Domain.Learning;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Whatever is pressed in whatever order, the page shows the fold of the steps kept.</summary>
public sealed class CaseRunProperties
{
    /// <summary>A press: a choice of the page as it is, of an old page, or a new beginning.</summary>
    private static readonly Gen<(int Kind, int Choice)[]> Presses = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[-1, 4]
    ).Array[1, 14];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_shown_is_the_fold_of_the_steps_kept(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        var old = await player.OpenAsync();
        await Presses.SampleAsync(
            async presses =>
            {
                foreach (var (kind, choice) in presses)
                {
                    old = await PressAsync(player, old, kind, choice);
                    await ShowsTheFoldAsync(host, player);
                }
            },
            iter: 10,
            threads: 1
        );
    }

    /// <returns>The page that is old from now on.</returns>
    private static async Task<IHtmlDocument> PressAsync(
        Player player,
        IHtmlDocument old,
        int kind,
        int choice
    )
    {
        var page = await player.OpenAsync();
        var isPlayed = page.QuerySelector("form#choices") is not null;
        if (kind < 2 && !isPlayed)
        {
            await player.BeginAsync();
            return old;
        }

        await player.PressAsync(kind == 0 || !isPlayed ? old : page, choice);
        return isPlayed ? page : old;
    }

    private static async Task ShowsTheFoldAsync(LmsHost host, Player player)
    {
        await using var db = host.Look();
        var run = await db
            .CaseRuns.AsNoTracking()
            .Include(found => found.Steps)
            .OrderByDescending(found => found.Number)
            .FirstAsync();
        var course = await host
            .Services.GetRequiredService<PublishedCourses>()
            .OfAsync(run.CourseVersionId);
        var played = PlayedRun.Of(run, course.Find(run.ActivityId).Case!);
        var page = await player.OpenAsync();
        Assert.Equal(
            [.. run.Steps.OrderBy(step => step.Position).Select(step => step.Scene)],
            ScenesOf(played.Case, run)
        );
        var title = page.QuerySelector("h1")!.TextContent;
        Assert.Equal(
            played.Play.IsBreached ? "Тут варто зупинитися" : played.Play.Scene.Title,
            title
        );
        Assert.Equal(played.Play.IsOpen, page.QuerySelector("form#choices") is not null);
        Assert.Equal(run.Steps.Count, page.QuerySelectorAll(".walk > li").Length);
    }

    /// <summary>The scenes that the choices lead through, told without the fold of the product.</summary>
    private static IEnumerable<string> ScenesOf(Case of, CaseRun run)
    {
        var scene = of.Scenes[0];
        foreach (var step in run.Steps.OrderBy(step => step.Position))
        {
            yield return scene.Id;
            var next = scene.Choices[step.Choice].Next;
            scene = of.Scenes.Single(one => one.Id == next);
        }
    }
}
