using System.Net;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Features.Courses;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Teach;

/// <summary>Who went which way through a case: counts of first runs, and no group under five.</summary>
public sealed class CaseStatisticsTests
{
    private const string Address = "/teach/statistics/k1-basics/story";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_trainer_reads_how_many_chose_what_from_first_runs(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await StoryContent.MakeAsync()
        );
        await RunsAsync(host, 6, [0, 0], [1]);
        await RunsAsync(host, 5, [1]);
        // Has not come to an end, so it is not counted.
        await RunsAsync(host, 1, [0]);
        var trainer = await host.SignedInAsync("trainer");

        var list = await trainer.OpenAsync("/teach/statistics");
        Assert.NotNull(list.QuerySelector($"a[href='{Address}']"));
        var words = (await trainer.OpenAsync(Address)).QuerySelector("main")!.TextContent;
        Assert.Contains("Завершили 11 людей.", words, StringComparison.Ordinal);
        Assert.Contains("Так обрали 6 людей", words, StringComparison.Ordinal);
        Assert.Contains("Так обрали 5 людей", words, StringComparison.Ordinal);
        Assert.Contains("Сюди дійшли 5 людей", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abandoned_run_gives_way_to_the_first_that_was_finished()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        await RunsAsync(host, 6, [0], [1], [2]);

        var page = await (await host.SignedInAsync("trainer")).OpenAsync(Address);

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Завершили 6 людей.", words, StringComparison.Ordinal);
        Assert.Contains("Сюди дійшли 6 людей", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_group_is_told_of_nowhere()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        await RunsAsync(host, 7, [1]);
        await RunsAsync(host, 2, [2]);
        var trainer = await host.SignedInAsync("trainer");

        var page = await trainer.OpenAsync(Address);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Завершили 9 людей.", words, StringComparison.Ordinal);
        Assert.Contains("Вибори тут не показуємо", words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "7",
            words.Replace("17", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.All(
            page.QuerySelectorAll(".graph-number").Take(3),
            number => Assert.EndsWith(": —", number.TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_trainer_of_other_courses_and_all_others_get_nothing()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        await using (var db = host.Look())
        {
            db.CourseTrainers.RemoveRange(await db.CourseTrainers.ToListAsync());
            await db.SaveChangesAsync();
        }

        var trainer = await host.SignedInAsync("trainer");
        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync(Address)).StatusCode);
        foreach (var name in new[] { "specialist", "author", "manager", "admin" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
        }

        using var nobody = await host.Anonymous().GetAsync(Address);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    /// <summary>People with a first run, and perhaps a second one.</summary>
    private static async Task RunsAsync(LmsHost host, int people, params int[][] runs)
    {
        var courses = host.Services.GetRequiredService<PublishedCourses>();
        var course = (await courses.FindAsync("k1-basics"))!;
        var story = course.Find("story")!;
        await using var db = host.Look();
        var version = await db.CourseVersions.SingleAsync(one => one.Id == course.Version);
        var like = await db.People.FirstAsync();
        for (var at = 0; at < people; at++)
        {
            var person = new Person
            {
                Id = new(Guid.CreateVersion7()),
                Name = like.Name with { },
                Community = like.Community,
                CreatedAt = LmsHost.Start,
            };
            var enrolment = Enrolment.On(
                new(Guid.CreateVersion7()),
                person.Id,
                version,
                LmsHost.Start
            );
            db.Add(person);
            db.Add(enrolment);
            db.AddRange(runs.Select((run, number) => Run(run, number)));

            CaseRun Run(int[] choices, int number)
            {
                var run = new CaseRun
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    EnrolmentId = enrolment.Id,
                    ActivityId = story.Id,
                    CourseVersionId = course.Version,
                    Number = number + 1,
                    Operation = new(Guid.CreateVersion7()),
                    BegunAt = LmsHost.Start,
                };
                var scene = story.Case!.Scenes[0];
                foreach (var (index, choice) in choices.Index())
                {
                    run.Steps.Add(
                        new()
                        {
                            RunId = run.Id,
                            Position = index + 1,
                            PersonId = person.Id,
                            Scene = scene.Id,
                            Choice = choice,
                            At = LmsHost.Start,
                        }
                    );
                    scene = story.Case.Find(scene.Choices[choice].Next)!;
                }

                return run;
            }
        }

        await db.SaveChangesAsync();
    }
}
