using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Participation in the latest season of each campaign, by community.</summary>
public sealed class CampaignReport(CourseFacts courses, OrganisationPack pack) : LiveReport
{
    public override string Code => "campaigns";

    public override IReadOnlyList<string> Filters => ["within"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.campaigns"],
            Columns =
            [
                new("campaign", texts["manage.reports.campaign"]),
                new("community", texts["manage.reports.community"]),
                new("learners", texts["manage.reports.campaign.learners"], ColumnKind.Whole),
                new("events", texts["manage.reports.events"], ColumnKind.Whole),
                new("heads", texts["manage.reports.heads"], ColumnKind.Whole),
                new("materials", texts["manage.reports.materials"], ColumnKind.Whole),
            ],
            Notes = [texts["manage.reports.campaigns.means"]],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var rows = new List<ReportCell[]>();
        foreach (var campaign in pack.Campaigns)
        {
            rows.AddRange(await RowsAsync(reader, campaign, cancel));
        }

        return ReportRows.Of(rows);
    }

    private async Task<IEnumerable<ReportCell[]>> RowsAsync(
        ReportReader reader,
        Campaign campaign,
        CancellationToken cancel
    )
    {
        var (db, texts) = (reader.Db, reader.Texts);
        var season = SeasonOf(campaign, reader.Choice.Today);
        var (from, before) = (pack.StartOf(season.From), pack.StartOf(season.Until.AddDays(1)));
        var taught = (await courses.OpenAsync())
            .Where(course => campaign.Courses.Contains(course.Slug))
            .Select(course => course.Id)
            .ToList();
        var learners = (
            await reader
                .Scope.PeopleOf(db)
                .Where(person =>
                    db.Completions.Any(one =>
                        one.PersonId == person.Id
                        && taught.Contains(one.CourseId)
                        && one.CompletedAt >= from
                        && one.CompletedAt < before
                    )
                )
                .GroupBy(person => person.Community)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync(cancel)
        ).ToDictionary(one => one.Key, one => one.Count);
        var events = (
            await db
                .OutreachEvents.Where(one =>
                    one.RemovedAt == null
                    && one.Campaign == campaign.Code
                    && one.On >= season.From
                    && one.On <= season.Until
                )
                .AsNoTracking()
                .ToListAsync(cancel)
        )
            .Where(one => reader.Scope.Has(one.Community))
            .ToLookup(one => one.Community);
        var title = $"{campaign.Texts.In(texts.Language).Title}, {season.From.Year}";
        return learners
            .Keys.Union(events.Select(group => group.Key))
            .Select(community =>
                (ReportCell[])
                    [
                        title,
                        texts.PlaceWords(pack, community),
                        learners.GetValueOrDefault(community),
                        events[community].Count(),
                        Sum(events[community].Select(one => one.Heads)),
                        Sum(events[community].Select(one => one.Materials)),
                    ]
            )
            .OrderBy(row => (string)row[1].Value!, StringComparer.Create(texts.Culture, true));
    }

    /// <summary>The season that is on, or else the last that was.</summary>
    internal static DaySpan SeasonOf(Campaign campaign, DateOnly day) =>
        campaign.In(day.Year) is var own && own.From <= day ? own : campaign.In(day.Year - 1);

    // What nobody counted is not nothing.
    private static int? Sum(IEnumerable<int?> counts) =>
        counts.OfType<int>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}
