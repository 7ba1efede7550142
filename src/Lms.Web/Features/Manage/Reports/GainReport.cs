using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Reports;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>
/// What a course gives: the first attempt at its final quiz against the last one. The course format has
/// no entry test. A manager never sees a score: only means of several people are told, for the whole
/// scope, up to the end of the last quarter and in whole per cent, so that no two views tell one person's.
/// </summary>
public sealed class GainReport(LmsDatabase database, CourseFacts courses, OrganisationPack pack)
    : LiveReport
{
    private static readonly Viewer Reader = Viewer.System("work out what courses give");

    public override string Code => "gain";

    public override IReadOnlyList<string> Filters => [];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.gain"],
            Columns =
            [
                new("course", texts["manage.reports.course"]),
                new("n", texts["manage.reports.gain.n"], ColumnKind.Whole),
                new("first", texts["manage.reports.gain.first"], ColumnKind.Whole),
                new("last", texts["manage.reports.gain.last"], ColumnKind.Whole),
                new("gain", texts["manage.reports.gain.gain"], ColumnKind.Whole),
            ],
            Notes =
            [
                texts.Fill(
                    "manage.reports.gain.means",
                    texts.Day(Quarter.Of(choice.Today).From.AddDays(-1)),
                    SmallCells.Least
                ),
            ],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var before = pack.StartOf(Quarter.Of(reader.Choice.Today).From);
        await using var db = database.Open(Reader);
        var rows = new List<ReportCell[]>();
        foreach (var course in await courses.OpenAsync())
        {
            if (FinalOf(course) is { } final)
            {
                rows.Add(
                    await RowAsync(db, reader.Whole, course, final, before, reader.Texts, cancel)
                );
            }
        }

        return ReportRows.Of(rows);
    }

    private static PublishedActivity? FinalOf(PublishedCourse course) =>
        course.Activities.LastOrDefault(activity =>
            activity is { Kind: ActivityKind.Quiz, Counts: true }
        );

    private static async Task<ReportCell[]> RowAsync(
        LmsDbContext db,
        ReportScope scope,
        PublishedCourse course,
        PublishedActivity final,
        DateTimeOffset before,
        Texts texts,
        CancellationToken cancel
    )
    {
        var attempts = await scope
            .PeopleOf(db)
            .Join(
                db.Attempts.Where(one => one.ActivityId == final.Id && one.OpenedAt < before),
                person => person.Id,
                one => one.PersonId,
                (_, one) => one
            )
            .Join(
                db.AttemptResults.Where(one => one.ClosedAt < before && one.Waiting == 0),
                one => one.Id,
                result => result.AttemptId,
                (one, result) => new Sat(one.PersonId, one.OpenedAt, result.Earned, result.Possible)
            )
            .ToListAsync(cancel);
        var pairs = attempts
            .Where(one => one.Possible.Thousandths > 0)
            .GroupBy(one => one.Person)
            .Where(own => own.Count() > 1)
            .Select(own =>
                (First: own.MinBy(one => one.At)!.Share, Last: own.MaxBy(one => one.At)!.Share)
            )
            .ToList();
        var name = course.Coded(course.In(texts.Language).Title);
        if (pairs.Count < SmallCells.Least)
        {
            var withheld = new ReportCell(texts.Fill("manage.reports.withheld", SmallCells.Least));
            return [name, withheld, withheld, withheld, withheld];
        }

        var (first, last) = (
            (int)Math.Round(pairs.Average(pair => pair.First) * 100),
            (int)Math.Round(pairs.Average(pair => pair.Last) * 100)
        );
        return [name, pairs.Count, first, last, last - first];
    }

    private sealed record Sat(PersonId Person, DateTimeOffset At, Points Earned, Points Possible)
    {
        public decimal Share => (decimal)Earned.Thousandths / Possible.Thousandths;
    }
}
