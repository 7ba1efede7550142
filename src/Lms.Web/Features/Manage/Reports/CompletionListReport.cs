using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Each completion in a period with its person: a list of any length, streamed.</summary>
public sealed class CompletionListReport(CourseFacts courses, OrganisationPack pack) : LiveReport
{
    public override string Code => "completed";

    public override IReadOnlyList<string> Filters => ["q", "within", "course", "from", "until"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.completed"],
            NamesPeople = true,
            Columns =
            [
                new("name", texts["manage.reports.name"]),
                new("community", texts["manage.reports.community"]),
                new("course", texts["manage.reports.course"]),
                new("on", texts["manage.reports.completed.on"], ColumnKind.Day),
                new("hours", texts["manage.reports.hours.count"], ColumnKind.Decimal),
            ],
            Notes = [texts.Period(choice)],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var hours = await courses.HoursAsync(reader.Db, cancel);
        var titles = (await courses.OpenAsync()).ToDictionary(
            course => course.Id,
            course => course.Coded(course.In(reader.Texts.Language).Title)
        );
        var wanted = (await courses.OpenAsync())
            .Where(course =>
                reader.Choice.Course.Length == 0 || course.Slug == reader.Choice.Course
            )
            .Select(course => course.Id)
            .ToList();
        var (from, before) = reader.Choice.Instants(pack);
        var typed = NameKeys.Fold(reader.Choice.Query);
        var rows = reader
            .Scope.PeopleOf(reader.Db)
            .Where(person => typed == "" || person.SearchName.StartsWith(typed))
            .Join(
                reader.Db.Completions.Where(one =>
                    wanted.Contains(one.CourseId)
                    && one.CompletedAt >= from
                    && one.CompletedAt < before
                ),
                person => person.Id,
                one => one.PersonId,
                (person, one) => new { person, one }
            )
            .OrderBy(both => both.person.SortKey)
            .ThenBy(both => both.person.Id)
            .ThenBy(both => both.one.CompletedAt)
            .ThenBy(both => both.one.Id)
            .Select(both => new Line(
                both.person.Name.Family,
                both.person.Name.Given,
                both.person.Name.Patronymic,
                both.person.Community,
                both.one.CourseId,
                both.one.CourseVersionId,
                both.one.CompletedAt
            ));
        return new(rows.CountAsync, Read);

        async IAsyncEnumerable<ReportCell[]> Read(int skip, int take)
        {
            var part = take == int.MaxValue ? rows : rows.Skip(skip).Take(take);
            await foreach (var row in part.AsNoTracking().AsAsyncEnumerable())
            {
                yield return
                [
                    new PersonName(row.Family, row.Given, row.Patronymic).Full,
                    reader.Texts.PlaceWords(pack, row.Community),
                    titles[row.Course],
                    pack.DayOf(row.At),
                    hours[row.Version],
                ];
            }
        }
    }

    private sealed record Line(
        string Family,
        string Given,
        string Patronymic,
        Domain.Territories.TerritoryCode Community,
        CourseId Course,
        CourseVersionId Version,
        DateTimeOffset At
    );
}
