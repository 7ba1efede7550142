using AngleSharp.Dom;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Reports;

/// <summary>The first attempt against the last: means of five and more, and nothing of fewer.</summary>
public sealed class GainTests
{
    private const string Address = "/manage/reports/gain";
    private static readonly DateTimeOffset Summer = new(2026, 8, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ThisQuarter = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Five_have_a_mean_and_four_are_withheld_whole(string database)
    {
        await using var host = await RespondersPack.StartAsync(TestDatabase.Named(database));
        for (var number = 1; number <= 5; number++)
        {
            // Of the manager four, of the oblast five: 20 to 60 per cent first, then 80 each.
            var community = number < 5 ? RespondersPack.Lebedyn : RespondersPack.Romny;
            await using var db = host.Look();
            var person = RespondersPack.AddHolder(db, $"Учень{number}-Зразок", community);
            await SitAsync(host, db, person, (Summer, number * 10 + 10), (Summer.AddDays(1), 80));
            // Once is no pair, and what is of this quarter is not told yet.
            var once = RespondersPack.AddHolder(db, $"Раз{number}-Зразок", community);
            await SitAsync(host, db, once, (Summer, 0), (ThisQuarter, 100));
            await db.SaveChangesAsync();
        }

        Assert.Equal(["5", "40", "80", "40"], await CellsAsync(host, "regional"));
        var withheld = await CellsAsync(host, "manager");
        Assert.All(withheld, cell => Assert.Equal("приховано, менше ніж 5", cell));

        // No filter makes a group of one's choice.
        var narrowed = await (await host.SignedInAsync("regional")).OpenAsync(
            $"{Address}?within={RespondersPack.Lebedyn.Value}&q=Учень1&from=2026-08-01&until=2026-08-20"
        );
        Assert.Equal(["5", "40", "80", "40"], CellsOf(narrowed));
        using var copy = await (await host.SignedInAsync("manager")).SubmitAsync(
            Address,
            "form[action*='handler=Export']",
            ("format", "csv")
        );
        var text = await CopyText.OfAsync(copy, "csv");
        Assert.DoesNotContain("80", text[text.LastIndexOf("К1", StringComparison.Ordinal)..]);
    }

    private static async Task<List<string>> CellsAsync(LmsHost host, string name) =>
        CellsOf(await (await host.SignedInAsync(name)).OpenAsync(Address));

    private static List<string> CellsOf(IParentNode page) =>
        [
            .. page.QuerySelectorAll("tbody tr")
                .First(row => row.TextContent.Contains("К1", StringComparison.Ordinal))
                .QuerySelectorAll("td.num")
                .Select(cell => cell.TextContent.Trim()),
        ];

    private static async Task SitAsync(
        LmsHost host,
        LmsDbContext db,
        PersonId person,
        params (DateTimeOffset At, int Percent)[] attempts
    )
    {
        var course = await host
            .Services.GetRequiredService<PublishedCourses>()
            .FindAsync("k1-basics");
        var version = await db.CourseVersions.SingleAsync(one => one.Id == course!.Version);
        var enrolment = Enrolment.On(new(Guid.CreateVersion7()), person, version, Summer);
        db.Enrolments.Add(enrolment);
        var quiz = course!.Activities.Last(one => one.Quiz is not null && one.Counts);
        foreach (var (at, percent) in attempts)
        {
            var id = new AttemptId(Guid.CreateVersion7());
            db.Attempts.Add(
                new Attempt
                {
                    Id = id,
                    PersonId = person,
                    EnrolmentId = enrolment.Id,
                    ActivityId = quiz.Id,
                    CourseVersionId = version.Id,
                    Number = Array.IndexOf(attempts, (at, percent)) + 1,
                    Operation = new(Guid.CreateVersion7()),
                    OpenedAt = at,
                    DeadlineAt = null,
                    Rules = new QuizRules(),
                    Paper = new Paper([]),
                }
            );
            db.AttemptResults.Add(
                new AttemptResult
                {
                    AttemptId = id,
                    PersonId = person,
                    ClosedAt = at.AddMinutes(5),
                    ClosedBy = ClosedBy.Learner,
                    Earned = new Points(percent * 1000),
                    Possible = new Points(100_000),
                    IsPassed = percent >= 80,
                }
            );
        }
    }
}
