using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Hours of courses completed in a period, by person.</summary>
public sealed class HoursReport(CourseFacts courses, OrganisationPack pack) : LiveReport
{
    public override string Code => "hours";

    public override IReadOnlyList<string> Filters => ["q", "within", "from", "until"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.hours"],
            NamesPeople = true,
            Columns =
            [
                new("name", texts["manage.reports.name"]),
                new("community", texts["manage.reports.community"]),
                new("completions", texts["manage.reports.completions.count"], ColumnKind.Whole),
                new("hours", texts["manage.reports.hours.count"], ColumnKind.Decimal),
                new("live", texts["manage.reports.hours.live"], ColumnKind.Decimal),
                new("last", texts["manage.reports.last"], ColumnKind.Day),
            ],
            Notes = [texts.Period(choice), texts["manage.reports.hours.means"]],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var hours = await courses.HoursAsync(reader.Db, cancel);
        var hidden = await courses.HiddenAsync();
        var (from, before) = reader.Choice.Instants(pack);
        return PeopleRows.Of(reader, RowsAsync);

        async Task<IReadOnlyList<ReportCell[]>> RowsAsync(IReadOnlyList<PersonLine> people)
        {
            List<PersonId> ids = [.. people.Select(one => one.Id)];
            var done = await reader
                .Db.Completions.Where(one =>
                    ids.Contains(one.PersonId)
                    && !hidden.Contains(one.CourseId)
                    && one.CompletedAt >= from
                    && one.CompletedAt < before
                )
                .Select(one => new
                {
                    one.PersonId,
                    one.CourseVersionId,
                    one.CompletedAt,
                })
                .ToListAsync(cancel);
            var own = done.ToLookup(one => one.PersonId);
            var live = await reader
                .Db.AttendedSessions.Where(one =>
                    ids.Contains(one.PersonId)
                    && (one.CourseId == null || !hidden.Contains(one.CourseId.Value))
                    && one.At >= from
                    && one.At < before
                )
                .GroupBy(one => one.PersonId)
                .Select(group => new
                {
                    group.Key,
                    Minutes = group.Sum(one => one.Minutes + one.MadeUpMinutes),
                })
                .ToDictionaryAsync(one => one.Key, one => one.Minutes, cancel);
            return
            [
                .. people.Select(one =>
                    (ReportCell[])
                        [
                            one.Name.Full,
                            reader.Texts.PlaceWords(pack, one.Community),
                            own[one.Id].Count(),
                            own[one.Id].Sum(completion => hours[completion.CourseVersionId]),
                            Math.Round(live.GetValueOrDefault(one.Id) / 60m, 1),
                            own[one.Id].Any()
                                ? pack.DayOf(own[one.Id].Max(completion => completion.CompletedAt))
                                : new ReportCell("–") { Order = DateOnly.MinValue },
                        ]
                ),
            ];
        }
    }
}
