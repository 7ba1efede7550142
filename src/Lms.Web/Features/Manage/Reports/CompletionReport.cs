using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Completions by course in a period.</summary>
public sealed class CompletionReport(CourseFacts courses, OrganisationPack pack) : LiveReport
{
    public override string Code => "completions";

    public override IReadOnlyList<string> Filters => ["within", "from", "until"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.completions"],
            Columns =
            [
                new("course", texts["manage.reports.course"]),
                new("enrolled", texts["manage.reports.enrolled"], ColumnKind.Whole),
                new("completions", texts["manage.reports.completions.count"], ColumnKind.Whole),
                new("hours", texts["manage.reports.hours.count"], ColumnKind.Decimal),
            ],
            Notes = [texts.Period(choice), texts["manage.reports.completions.means"]],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var (db, texts) = (reader.Db, reader.Texts);
        var hours = await courses.HoursAsync(db, cancel);
        var (from, before) = reader.Choice.Instants(pack);
        var people = reader.Scope.PeopleOf(db);
        var enrolled = await people
            .Join(
                db.Enrolments.Where(one => one.EnrolledAt >= from && one.EnrolledAt < before),
                person => person.Id,
                one => one.PersonId,
                (_, one) => one.CourseId
            )
            .GroupBy(course => course)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var done = (
            await people
                .Join(
                    db.Completions.Where(one =>
                        one.CompletedAt >= from && one.CompletedAt < before
                    ),
                    person => person.Id,
                    one => one.PersonId,
                    (_, one) => new { one.CourseId, one.CourseVersionId }
                )
                .GroupBy(one => one)
                .Select(group => new
                {
                    group.Key.CourseId,
                    group.Key.CourseVersionId,
                    Count = group.Count(),
                })
                .ToListAsync(cancel)
        ).ToLookup(one => one.CourseId);
        return ReportRows.Of([
            .. (await courses.OpenAsync()).Select(course =>
                (ReportCell[])
                    [
                        course.Coded(course.In(texts.Language).Title),
                        enrolled.GetValueOrDefault(course.Id),
                        done[course.Id].Sum(one => one.Count),
                        done[course.Id].Sum(one => one.Count * hours[one.CourseVersionId]),
                    ]
            ),
        ]);
    }
}
