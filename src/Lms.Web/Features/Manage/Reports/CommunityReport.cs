using Lms.Domain.Reports;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>People, completions and hours by community; an average over few people would be about them.</summary>
public sealed class CommunityReport(CourseFacts courses, OrganisationPack pack) : LiveReport
{
    public override string Code => "communities";

    public override IReadOnlyList<string> Filters => ["within", "from", "until"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.communities"],
            Columns =
            [
                new("community", texts["manage.reports.community"]),
                new("people", texts["manage.reports.people"], ColumnKind.Whole),
                new("learners", texts["manage.reports.learners"], ColumnKind.Whole),
                new("completions", texts["manage.reports.completions.count"], ColumnKind.Whole),
                new("hours", texts["manage.reports.hours.count"], ColumnKind.Decimal),
                new("live", texts["manage.reports.hours.live"], ColumnKind.Decimal),
                new("average", texts["manage.reports.hours.average"], ColumnKind.Decimal),
            ],
            Notes =
            [
                texts.Period(choice),
                texts["manage.reports.hours.means"],
                texts.Fill("manage.reports.average.means", SmallCells.Least),
            ],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var (db, texts) = (reader.Db, reader.Texts);
        var hours = await courses.HoursAsync(db, cancel);
        var hidden = await courses.HiddenAsync();
        var (from, before) = reader.Choice.Instants(pack);
        var people = await reader
            .Scope.PeopleOf(db)
            .GroupBy(person => person.Community)
            .Select(group => new { Community = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var done = (
            await reader
                .Scope.PeopleOf(db)
                .Join(
                    db.Completions.Where(one =>
                        !hidden.Contains(one.CourseId)
                        && one.CompletedAt >= from
                        && one.CompletedAt < before
                    ),
                    person => person.Id,
                    one => one.PersonId,
                    (person, one) =>
                        new
                        {
                            person.Community,
                            one.PersonId,
                            one.CourseVersionId,
                        }
                )
                .ToListAsync(cancel)
        ).ToLookup(one => one.Community);
        var live = await reader
            .Scope.PeopleOf(db)
            .Join(
                db.AttendedSessions.Where(one =>
                    (one.CourseId == null || !hidden.Contains(one.CourseId.Value))
                    && one.At >= from
                    && one.At < before
                ),
                person => person.Id,
                one => one.PersonId,
                (person, one) => new { person.Community, Minutes = one.Minutes + one.MadeUpMinutes }
            )
            .GroupBy(one => one.Community)
            .Select(group => new { group.Key, Minutes = group.Sum(one => one.Minutes) })
            .ToDictionaryAsync(one => one.Key, one => one.Minutes, cancel);
        return ReportRows.Of([
            .. people
                .Select(one =>
                {
                    var sum = done[one.Community].Sum(row => hours[row.CourseVersionId]);
                    return (ReportCell[])
                        [
                            texts.PlaceWords(pack, one.Community),
                            one.Count,
                            done[one.Community].Select(row => row.PersonId).Distinct().Count(),
                            done[one.Community].Count(),
                            sum,
                            Math.Round(live.GetValueOrDefault(one.Community) / 60m, 1),
                            one.Count < SmallCells.Least
                                ? new ReportCell("–") { Order = -1m }
                                : Math.Round(sum / one.Count, 1),
                        ];
                })
                .OrderBy(
                    row => (string)row[0].Value!,
                    StringComparer.Create(texts.Culture, ignoreCase: true)
                ),
        ]);
    }
}
